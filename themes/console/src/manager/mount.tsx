import { createRoot } from "react-dom/client";
import type { Mount } from "../bridge/element";
import { Announcer } from "../components/Announcer";
import { RelaisProvider } from "../components/RelaisProvider";
import { App } from "./App";
import "../components/page.css";

export const mount: Mount = (element, context) => {
  const root = createRoot(element);
  root.render(
    <RelaisProvider context={context}>
      <Announcer>
        <App />
      </Announcer>
    </RelaisProvider>,
  );
  return () => {
    root.unmount();
  };
};
