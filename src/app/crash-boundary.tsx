import { Component, type ReactNode } from 'react';
import { CrashScreen } from './crash-screen.tsx';

/** Stands outside the router: what breaks here leaves no page to go back to. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <CrashScreen /> : this.props.children;
  }
}
