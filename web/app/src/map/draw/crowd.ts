import type { Change } from '../../api'
import type { Lit } from '../attention'
import type { Picture } from '../paint'
import type { SceneNode } from '../scene'
import type { Pen } from '../shapes'
import { shape } from './node'
import type { Sight } from './sight'

const many = 300 // more shapes than this are stamped
const dense = 4000 // of more than this, those hidden under others are left out
const slice = 2000

/** All shapes, the best connected on top. */
export function* crowd(pen: Pen, { scene, size, look, attention, stamps }: Picture, seen: Sight, light: Lit | null, away: number, changes: ReadonlyMap<string, Change>): Generator<void> {
  const ranks = seen.nodes.length > dense ? open(seen, size.width, size.height) : seen.nodes
  const stamping = stamps && seen.nodes.length > many
  const special = (n: SceneNode) => n.pinned || n.mark || n.id === attention.cursor || n.id === attention.selected || n.id === attention.centre || attention.chosen?.has(n.id) || changes.has(n.id)
  for (let k = ranks.length - 1; k >= 0; k--) {
    const i = ranks[k]!
    const n = scene.nodes[i]!
    const on = light ? light.nodes.has(n.id) : !changes.size || changes.has(n.id)
    const alpha = on ? 1 : light ? away : 0.45
    if (stamping && !special(n)) {
      pen.globalAlpha = alpha
      stamps.node(pen as CanvasRenderingContext2D, n, seen.x[i]!, seen.y[i]!, seen.r[i]!)
    } else {
      pen.open?.('node', n.id, n.node.name)
      shape(pen, n, seen.x[i]!, seen.y[i]!, seen.r[i]!, look, alpha, attention, changes.get(n.id))
      pen.close?.()
    }
    if (k % slice === 0) yield
  }
  pen.globalAlpha = 1
}

const grain = 2

/** Without shapes that a better connected one covers. */
function open(seen: Sight, width: number, height: number): number[] {
  const columns = Math.ceil((width + 80) / grain)
  const taken = new Uint8Array(columns * Math.ceil((height + 80) / grain))
  return seen.nodes.filter((i) => {
    if (seen.r[i]! > 3) return true
    const at = Math.floor((seen.y[i]! + 40) / grain) * columns + Math.floor((seen.x[i]! + 40) / grain)
    if (taken[at]) return false
    return (taken[at] = 1)
  })
}
