/** What a page is given by the console around it. */
export interface PageContext {
  realm: string;
  /** Without a slash at its end. */
  serverBaseUrl: string;
  adminBaseUrl: string;
  authServerUrl: string;
  locale: string;
  /** A token that is good for some seconds at least; rejects when nobody is signed in any more, as `Unreachable` if the server does not say. */
  getAccessToken(): Promise<string>;
  /** Leaves for the sign-in page, which comes back here. */
  signIn(): void;
}
