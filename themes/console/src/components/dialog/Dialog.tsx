import "@patternfly/react-styles/css/components/ModalBox/modal-box.css";
import { type PropsWithChildren, type ReactNode, useEffect, useId, useRef } from "react";

interface Props {
  title: string;
  onClose: () => void;
  buttons: ReactNode;
  alert?: boolean;
}

/**
 * A modal dialog: the browser's own, which traps and restores the focus and is always above the console's bars, with
 * PatternFly's look.
 */
export function Dialog({ title, onClose, buttons, alert, children }: PropsWithChildren<Props>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="pf-v5-c-modal-box pf-m-sm relais-dialog"
      role={alert ? "alertdialog" : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="pf-v5-c-modal-box__header">
        <h2 className="pf-v5-c-modal-box__title" id={`${id}-title`}>
          <span className="pf-v5-c-modal-box__title-text">{title}</span>
        </h2>
      </header>
      <div className="pf-v5-c-modal-box__body" id={`${id}-body`}>
        {children}
      </div>
      <footer className="pf-v5-c-modal-box__footer">{buttons}</footer>
    </dialog>
  );
}
