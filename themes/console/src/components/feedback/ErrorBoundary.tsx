import { Component, type PropsWithChildren } from "react";
import { FailureAlert } from "./FailureAlert";

interface State {
  failure?: unknown;
}

/** Keeps what breaks while it is shown from taking what is around it with it, and says so in its place. */
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
