/** What the console around it gives to a page. */
export interface PageContext {
  realm: string;
  /** Without a trailing slash. */
  serverBaseUrl: string;
  adminBaseUrl: string;
  authServerUrl: string;
  locale: string;
  /** A token that stays valid for some seconds. Rejects if nobody is signed in; with `Unreachable` if the server is silent. */
  getAccessToken(): Promise<string>;
  /** Goes to the sign-in page, which returns here. */
  signIn(): void;
}
