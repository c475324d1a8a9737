import { Component, createRef, type ReactNode } from 'react';

interface StillBelowProps {
  /** Whether something tall is open inside. */
  isOpen: boolean;
  children: ReactNode;
}

/**
 * Keeps what stands below in its place on the screen when its content closes, by scrolling the page: nothing else comes to lie under the
 * finger. A class, since only classes have a method between the old page and the new one.
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
