import { Component, type PropsWithChildren } from "react";
import { FailureAlert } from "./FailureAlert";

interface State {
  failure?: unknown;
}

/** Shows an error in place of the components that threw it; the rest of the page stays. */
export class ErrorBoundary extends Component<PropsWithChildren, State> {
  override state: State = {};

  static getDerivedStateFromError(failure: unknown): State {
    return { failure };
  }

  override render() {
    if (this.state.failure === undefined) {
      return this.props.children;
    }
    return (
      <FailureAlert
        failure={this.state.failure}
        onRetry={() => {
          this.setState({ failure: undefined });
        }}
      />
    );
  }
}
