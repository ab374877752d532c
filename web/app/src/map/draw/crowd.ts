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
const hubs = 200 // the best connected stay in sight in any hurry
const smallest = 5 // px: smaller ones are discs while the picture moves
const tiny = 3.2 // px: these are not even round
const speck = 2 // px: and of these not even the corners show

/** All shapes, the best connected on top. */
export function* crowd(pen: Pen, picture: Picture, seen: Sight, light: Lit | null, away: number, changes: ReadonlyMap<string, Change>): Generator<void> {
  const { scene, size, look, attention, stamps } = picture
  let ranks = picture.under ? lifted(picture, light!) : seen.nodes.length > dense ? open(seen, size.width, size.height, picture.effort?.fine === false ? 3 : 2) : seen.nodes
  const screen = stamps && seen.nodes.length > many ? (pen as CanvasRenderingContext2D) : undefined
  const hurried = picture.effort && !picture.effort.fine && seen.nodes.length > many
  const special = (n: SceneNode) => n.pinned || n.mark || n.id === attention.cursor || n.id === attention.selected || n.id === attention.centre || attention.chosen?.has(n.id) || changes.has(n.id)
  const bright = (n: SceneNode) => (light ? light.nodes.has(n.id) : !changes.size || changes.has(n.id))
  const dulled = light ? away : 0.45
  if (hurried) {
    const small = (i: number) => i >= hubs && seen.r[i]! < smallest && !special(scene.nodes[i]!)
    yield* dots(pen, ranks.filter(small), picture, seen, (n) => (bright(n) ? 1 : dulled))
    ranks = ranks.filter((i) => !small(i))
    yield
  }
  let stamping = false
  const turn = (to: boolean) => {
    if (stamping !== to && screen) stamps![to ? 'begin' : 'end'](screen)
    stamping = to
  }
  for (let k = ranks.length - 1; k >= 0; k--) {
    const i = ranks[k]!
    const n = scene.nodes[i]!
    const alpha = bright(n) ? 1 : dulled
    if (screen && !special(n)) {
      turn(true)
      pen.globalAlpha = alpha
      stamps!.node(screen, n, seen.x[i]!, seen.y[i]!, seen.r[i]!)
    } else {
      turn(false)
      pen.open?.('node', n.id, n.node.name)
      shape(pen, n, seen.x[i]!, seen.y[i]!, seen.r[i]!, look, alpha, attention, changes.get(n.id))
      pen.close?.()
    }
    if (k % slice === 0) yield
  }
  turn(false)
  pen.globalAlpha = 1
}

/** What is drawn again over shapes that are there: the lit ones and those with a ring. */
function lifted({ scene, attention: a }: Picture, light: Lit): number[] {
  const ids = new Set([...light.nodes, a.selected, a.cursor, a.centre, ...(a.chosen ?? [])])
  return [...ids].flatMap((id) => scene.byId.get(id)?.rank ?? []).sort((one, other) => one - other)
}

/** Small shapes in a hurry: a disc, or next to one, by colour. */
function* dots(pen: Pen, ranks: number[], { scene, look }: Picture, { x, y, r }: Sight, alpha: (n: SceneNode) => number): Generator<void> {
  const colours = new Map<string, Map<number, number[]>>()
  for (const i of ranks) {
    const n = scene.nodes[i]!
    let shades = colours.get(n.colour)
    if (!shades) colours.set(n.colour, (shades = new Map()))
    const mine = shades.get(alpha(n))
    if (mine) mine.push(i)
    else shades.set(alpha(n), [i])
  }
  for (const [colour, shade, mine] of [...colours].flatMap(([c, shades]) => [...shades].map(([s, m]) => [c, s, m] as const))) {
    pen.globalAlpha = shade
    pen.fillStyle = look.node(colour)
    for (let k = 0; k < mine.length; k++) {
      const i = mine[k]!
      const size = r[i]!
      if (k % slice === 0) yield
      if (size < speck) pen.fillRect(x[i]! - size, y[i]! - size, size * 2, size * 2)
      else if (size < tiny) {
        pen.fillRect(x[i]! - size, y[i]! - size * 0.6, size * 2, size * 1.2)
        pen.fillRect(x[i]! - size * 0.6, y[i]! - size, size * 1.2, size * 2)
      } else {
        pen.beginPath()
        pen.arc(x[i]!, y[i]!, size, 0, 2 * Math.PI)
        pen.fill()
      }
    }
  }
}

/** Without shapes that a better connected one covers. */
function open(seen: Sight, width: number, height: number, grain: number): number[] {
  const columns = Math.ceil((width + 80) / grain)
  const taken = new Uint8Array(columns * Math.ceil((height + 80) / grain))
  return seen.nodes.filter((i) => {
    if (seen.r[i]! > 3) return true
    const at = Math.floor((seen.y[i]! + 40) / grain) * columns + Math.floor((seen.x[i]! + 40) / grain)
    if (taken[at]) return false
    return (taken[at] = 1)
  })
}
