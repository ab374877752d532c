// Going to another day. A run of moves, as a drag or a play makes them, is one entry
// of the history: Back leads to where the run began.
import type { Controller } from '../controller'
import type { View } from '../address'

const pause = 2500 // ms without a move that end a run

export class Travel {
  private last = 0
  private mine: View | null = null

  constructor(private map: Controller) {}

  /** Whether the day shown is the one that was gone to last. */
  get still() {
    return this.map.state.view === this.mine
  }

  async to(day: string, running = false) {
    const { view } = this.map.state
    if (day === view.asAt) return
    const onward = this.still && (running || Date.now() - this.last < pause)
    this.last = Date.now()
    const going = this.map.go({ ...view, asAt: day }, onward ? 'replace' : 'push')
    this.mine = this.map.state.view
    await going
    this.last = Date.now()
  }
}
