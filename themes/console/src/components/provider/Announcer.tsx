import { createContext, type PropsWithChildren, useCallback, useContext, useState } from "react";

const Announce = createContext<(text: string) => void>(() => undefined);

/** Announces to screen readers what changed elsewhere on the page. */
export function Announcer({ children }: PropsWithChildren) {
  const [announcement, setAnnouncement] = useState({ text: "", count: 0 });
  const announce = useCallback((text: string) => {
    setAnnouncement((before) => ({ text, count: before.count + 1 }));
  }, []);
  return (
    <Announce.Provider value={announce}>
      {children}
      <div className="relais-unseen" role="status" aria-live="polite" data-testid="announcements">
        <span key={announcement.count}>{announcement.text}</span>
      </div>
    </Announce.Provider>
  );
}

export function useAnnounce() {
  return useContext(Announce);
}
