import type { Change } from '../../api'
import type { Lit } from '../attention'
import type { Picture } from '../paint'
import type { SceneNode } from '../scene'
import type { Pen } from '../shapes'
import { Dots, shade } from './dots'
import { shape } from './node'
import type { Sight } from './sight'

const many = 300 // more shapes than this are stamped
const dense = 4000 // of more than this, those hidden under others are left out
const slice = 2000
const hubs = 200 // the best connected stay in sight in any hurry
const smallest = 5 // px: smaller ones are discs while the picture moves

/** All shapes, the best connected on top. */
export function* crowd(pen: Pen, picture: Picture, seen: Sight, light: Lit | null, away: number, changes: ReadonlyMap<string, Change>): Generator<void> {
  const { scene, size, look, attention, stamps } = picture
  let ranks = picture.under ? lifted(picture, light!) : seen.nodes.length > dense ? open(seen, size.width, size.height, picture.effort?.fine === false ? 3 : 2) : seen.nodes
  const screen = stamps && seen.nodes.length > many ? (pen as CanvasRenderingContext2D) : undefined
  const hurried = screen && picture.effort?.fine === false
  const special = (n: SceneNode) => n.pinned || n.mark || n.id === attention.cursor || n.id === attention.selected || n.id === attention.centre || attention.chosen?.has(n.id) || changes.has(n.id)
  const bright = (n: SceneNode) => (light ? light.nodes.has(n.id) : !changes.size || changes.has(n.id))
  const dulled = light ? away : 0.45
  if (hurried) {
    const large: number[] = []
    const small: number[] = []
    for (const i of ranks) (i >= hubs && seen.r[i]! < smallest && !special(scene.nodes[i]!) ? small : large).push(i)
    yield
    yield* hurry(pen as CanvasRenderingContext2D, small, picture, seen, (n) => (bright(n) ? 1 : dulled))
    ranks = large
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

let dots: Dots | undefined // made by the first who hurries: paper has none

/** Small shapes in a hurry: a disc each. */
function* hurry(pen: CanvasRenderingContext2D, ranks: number[], { scene, size, look, stamps }: Picture, { x, y, r }: Sight, alpha: (n: SceneNode) => number): Generator<void> {
  const shades = new Map<string, Map<number, number>>()
  const sheet = (dots ??= new Dots())
  sheet.begin(size, stamps!.dense)
  for (let k = ranks.length - 1; k >= 0; k--) {
    const i = ranks[k]!
    const n = scene.nodes[i]!
    const solid = alpha(n)
    let mine = shades.get(n.colour)
    if (!mine) shades.set(n.colour, (mine = new Map()))
    let colour = mine.get(solid)
    if (colour === undefined) mine.set(solid, (colour = shade(look.node(n.colour), solid)))
    sheet.disc(x[i]!, y[i]!, r[i]!, colour)
    if (k % slice === 0) yield
  }
  sheet.end(pen, size)
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
