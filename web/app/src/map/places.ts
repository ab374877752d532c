// Where each body stood last: what comes back comes back to its place. The history
// entry keeps them, so that Back restores the picture even after a reload.
import type { Pin } from './address'
import type { Camera } from './camera'
import type { Scene, Spot } from './scene'

export interface Kept { spots: [string, number, number, 0 | 1][]; camera: Camera; centre?: string }

export class Places {
  readonly known = new Map<string, Spot>()

  remember(scene: Scene) {
    for (const n of scene.nodes) if (!Number.isNaN(n.x)) this.known.set(n.id, { x: n.x, y: n.y, pinned: n.pinned })
  }

  restore(kept: Kept | null | undefined) {
    for (const [id, x, y] of kept?.spots ?? []) this.known.set(id, { x, y })
  }

  /** The address alone says what is pinned. */
  pin(pins: readonly Pin[]) {
    for (const spot of this.known.values()) spot.pinned = false
    for (const { id, x, y } of pins) this.known.set(id, { x, y, pinned: true })
  }

  /** Forgets all but the pinned ones. */
  loosen() {
    for (const [id, spot] of this.known) if (!spot.pinned) this.known.delete(id)
  }
}

const round = (v: number) => Math.round(v * 10) / 10

export function keep(scene: Scene, camera: Camera, centre = ''): Kept | null {
  if (scene.nodes.length > 1000) return null // too much for a history entry
  return { camera, centre, spots: scene.nodes.map((n) => [n.id, round(n.x), round(n.y), n.pinned ? 1 : 0]) }
}
