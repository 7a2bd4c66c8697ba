import { createRoot } from "react-dom/client";
import type { Mount } from "../bridge/element";
import en from "../messages/admin.en.json";
import fr from "../messages/admin.fr.json";
import { learn } from "../messages/words";
import { App } from "./App";
import "../components/page.css";
import "./admin.css";

export const mount: Mount = (element, context) => {
  learn({ fr, en });
  const root = createRoot(element);
  root.render(<App given={context} />);
  return () => {
    root.unmount();
  };
};
