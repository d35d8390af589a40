import { Component, type ComponentChildren } from 'preact';

import { shell } from './messages';

interface Props {
  readonly children: ComponentChildren;
}

/** Keeps a fault of one view from taking the page with it. Give it a `key` that changes with the view. */
export class Boundary extends Component<Props, { fault: string | null }> {
  override state: { fault: string | null } = { fault: null };

  static override getDerivedStateFromError(error: unknown): { fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <div class="notice bad" role="alert">
        <h1>{shell('fault')}</h1>
        <p>{shell('faultHelp')}</p>
        <p class="quiet" dir="ltr">
          <bdi>{fault}</bdi>
        </p>
        <button
          type="button"
          onClick={() => {
            this.setState({ fault: null });
          }}
        >
          {shell('again')}
        </button>
      </div>
    );
  }
}
