import { Component, createRef, type ReactNode } from 'react';

interface StillBelowProps {
  /** Something tall is open inside. */
  isOpen: boolean;
  children: ReactNode;
}

/**
 * When what was open inside closes, the page scrolls along by as much: what stands below stays where the eye and the finger have it, and
 * nothing else comes to lie under the finger. React has this moment, between the old page and the new one, in classes only.
 */
export class StillBelow extends Component<StillBelowProps> {
  private readonly box = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(before: StillBelowProps): number | null {
    return before.isOpen && !this.props.isOpen ? this.readBottom() : null;
  }

  override componentDidUpdate(_before: StillBelowProps, _state: unknown, bottom: number | null): void {
    if (bottom !== null) window.scrollBy({ top: this.readBottom() - bottom, behavior: 'instant' });
  }

  private readBottom(): number {
    return this.box.current?.getBoundingClientRect().bottom ?? 0;
  }

  override render(): ReactNode {
    return <div ref={this.box}>{this.props.children}</div>;
  }
}
