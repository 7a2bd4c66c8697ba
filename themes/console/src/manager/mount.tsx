import { createRoot } from "react-dom/client";
import type { Mount } from "../bridge/element";
import { Announcer } from "../components/Announcer";
import { Surroundings } from "../components/Surroundings";
import { App } from "./App";
import "../components/page.css";

export const mount: Mount = (element, context) => {
  const root = createRoot(element);
  root.render(
    <Surroundings context={context}>
      <Announcer>
        <App />
      </Announcer>
    </Surroundings>,
  );
  return () => {
    root.unmount();
  };
};
