import { createRoot } from "react-dom/client";
import type { Mount } from "../bridge/element";
import en from "../messages/admin.en.json";
import fr from "../messages/admin.fr.json";
import { addMessages } from "../messages/i18n";
import { App } from "./App";
import "../styles";
import "./admin.css";

export const mount: Mount = (element, context) => {
  addMessages({ fr, en });
  const root = createRoot(element);
  root.render(<App consoleContext={context} />);
  return () => {
    root.unmount();
  };
};
