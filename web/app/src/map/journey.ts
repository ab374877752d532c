// The map's own entries in the history of the browser: Undo and Redo are Back and
// Forward among them, and each keeps where everything stood.
import type { Kept } from './places'

interface Entry { step: number; map?: Kept | null }

export class Journey {
  private step: number
  private last: number

  constructor() {
    const entry = history.state as Entry | null
    this.step = this.last = entry?.step ?? 0
    if (entry?.step === undefined) history.replaceState({ ...entry, step: 0 }, '')
  }

  get kept(): Kept | undefined {
    return (history.state as Entry | null)?.map ?? undefined
  }

  push(address: string) {
    this.last = ++this.step
    history.pushState({ step: this.step } satisfies Entry, '', address)
  }

  replace(address: string) {
    history.replaceState({ ...history.state, step: this.step }, '', address)
  }

  keep(kept: Kept | null) {
    history.replaceState({ ...history.state, step: this.step, map: kept } satisfies Entry, '')
  }

  /** After the reader went Back or Forward. */
  arrived() {
    this.step = (history.state as Entry | null)?.step ?? 0
    this.last = Math.max(this.last, this.step)
  }

  get canUndo() {
    return this.step > 0
  }

  get canRedo() {
    return this.step < this.last || nextIsMap()
  }

  undo() {
    if (this.canUndo) history.back()
  }

  redo() {
    if (this.canRedo) history.forward()
  }
}

/** After a reload only the browser knows what lies ahead; one that does not tell still has its Forward button. */
function nextIsMap(): boolean {
  if (!('navigation' in window)) return false
  const next = navigation.entries()[(navigation.currentEntry?.index ?? 0) + 1]
  return !!next?.url && new URL(next.url).pathname === location.pathname
}
