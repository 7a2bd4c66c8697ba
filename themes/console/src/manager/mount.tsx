import { createRoot } from "react-dom/client";
import type { Mount } from "../bridge/element";
import { Announcer } from "../components/provider/Announcer";
import { RelaisProvider } from "../components/provider/RelaisProvider";
import { App } from "./App";
import "../styles";

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
