import { Component, createRef, type ReactNode } from 'react';

interface StillBelowProps {
  /** Whether its content is open, and therefore tall. */
  isOpen: boolean;
  children: ReactNode;
}

/**
 * Scrolls the page when the content closes, so that what stands below keeps its place on the screen and nothing else comes to lie under the finger. It is a
 * class, since only classes have a method that runs between the old page and the new one.
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
