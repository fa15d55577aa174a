import { Component, type ReactNode } from 'react'

/** Shows something quiet in place of the stage when it cannot be drawn (no WebGL, a chunk that did not arrive). */
export class StageBoundary extends Component<{ instead: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children
  }
}
