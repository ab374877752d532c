// Draws a scene with a pen: on the screen, on paper, into a file. It only reads: what is drawn is decided elsewhere.
import type { Change } from '../api'
import { lit, type Attention, type Lit } from './attention'
import type { Box } from './boxes'
import type { Camera, Point, Size } from './camera'
import { course, type Curve } from './curve'
import { backdrop } from './draw/backdrop'
import { bulk, type Effort } from './draw/bulk'
import { crowd } from './draw/crowd'
import { line } from './draw/line'
import { drawLasso, drawNotes, noteBoxes, type Note } from './draw/notes'
import { sight, type Sight } from './draw/sight'
import type { Stamps } from './draw/stamps'
import { font, width, write } from './draw/text'
import type { Labels } from './labels'
import type { LayoutName } from './layout/messages'
import type { Look } from './look'
import type { Scene, SceneEdge } from './scene'
import type { Pen } from './shapes'
import { atOnce } from './slices'

export { dashes } from './draw/line'

export interface Picture {
  scene: Scene; camera: Camera; size: Size; look: Look; attention: Attention; labels: Labels
  reserved?: readonly Box[] // where names have no room
  changes?: ReadonlyMap<string, Change> // else those of the scene
  notes?: readonly Note[]
  lasso?: readonly Point[] // on the screen
  layout?: LayoutName // for what is drawn behind the network
  centre?: string // of the rings
  seen?: Sight // what is in sight, when it is known
  stamps?: Stamps // for a screen: what is drawn often is stamped
  effort?: Effort // what there is time for
  still?: boolean // whether names may find new places
  bare?: boolean // without names and notes
  silent?: boolean // names find places, and are written the next time; all else stays as it was drawn
  under?: CanvasImageSource // lines and shapes, ready: what the pointer lights is drawn over them
}

/** More lines than this are drawn together, unless each is to be an element of its own. */
const many = 700
const calm = 0.38 // how much of the rest stays when something is selected

export const whole: Effort = { most: Infinity, fine: true }

/** Draws the picture and says how many labels found room. */
export function paint(pen: Pen, picture: Picture): number {
  return atOnce(painting(pen, picture))
}

/** The same step by step: between two steps the page can do other things. */
export function* painting(pen: Pen, picture: Picture): Generator<void, number> {
  const { scene, camera, size, look, attention, labels, under } = picture
  const changes = picture.changes ?? scene.changes
  pen.globalAlpha = 1
  pen.setLineDash([])
  const seen = picture.seen ?? sight(scene, camera, size)
  const light = lit(scene, attention)
  if (under) (pen as CanvasRenderingContext2D).drawImage(under, 0, 0, size.width, size.height)
  else if (!picture.silent) {
    pen.fillStyle = look.ground
    pen.fillRect(0, 0, size.width, size.height)
  }
  yield
  const headings = backdrop(pen, picture.layout, picture.centre ?? '', scene, seen, look)
  const away = light?.strong ? look.dim : light ? calm : 1
  const { curves, bright } = yield* under || picture.silent ? over(pen, picture, seen, light, changes) : all(pen, picture, seen, light, away, changes)
  if (picture.bare) return 0
  const notes = noteBoxes(pen, picture.notes ?? [], scene, camera, size, look)
  const first = [attention.hover, attention.selected, attention.cursor, attention.centre].filter(Boolean)
  const measure = (text: string, px: number, bold: boolean) => width(pen, text, font(look, px, bold))
  const reserved = [...(picture.reserved ?? []), ...headings, ...notes.map((n) => n.box)]
  const shown = light?.strong ? bright.map(([, q]) => q) : curves
  const named = light?.strong || light?.edges.size === 1 ? bright : []
  const placed = picture.still === false
    ? labels.follow({ seen, size, reserved })
    : labels.place({ scene, seen, size, curves: shown, light, bright: named, first, measure, reserved })
  if (picture.silent) return 0
  const screen = picture.stamps && (pen as CanvasRenderingContext2D)
  if (screen) picture.stamps!.begin(screen)
  for (const label of placed) {
    pen.globalAlpha = !light || !label.node || light.nodes.has(label.id) ? 1 : Math.max(0.45, away)
    if (screen) picture.stamps!.name(screen, label)
    else {
      pen.open?.('label', label.id, '')
      write(pen, label, look)
      pen.close?.()
    }
  }
  if (screen) picture.stamps!.end(screen)
  drawNotes(pen, notes, look)
  if (picture.lasso) drawLasso(pen, picture.lasso, look)
  pen.globalAlpha = 1
  return placed.length
}

interface Courses { curves: Curve[]; bright: [SceneEdge, Curve][] } // what names should rather not lie upon; lines that may be named

/** All lines and shapes; bright ones over the others. */
function* all(pen: Pen, picture: Picture, seen: Sight, light: Lit | null, away: number, changes: ReadonlyMap<string, Change>): Generator<void, Courses> {
  const { scene, camera, look, effort = whole } = picture
  const dull = light ? away * 0.8 : changes.size ? 0.4 : 0.78
  let bright: [SceneEdge, Curve][] = []
  let curves: Curve[] = []
  if (!pen.open && seen.lines.length > many) {
    yield* bulk(pen, scene, seen, look, dull, effort, light?.edges)
    bright = litLines(picture, light)
  } else curves = single(pen, picture, seen, dull, light, bright, changes)
  for (const [e, q] of bright) titled(pen, e, () => line(pen, e, q, camera, look, 1, e.id === light!.on, changes.get(e.id)))
  yield
  yield* crowd(pen, picture, seen, light, away, changes)
  return { curves, bright }
}

/** What the pointer lights, over lines and shapes that are there already. */
function* over(pen: Pen, picture: Picture, seen: Sight, light: Lit | null, changes: ReadonlyMap<string, Change>): Generator<void, Courses> {
  const { scene, camera, size, look } = picture
  const bright = litLines(picture, light)
  if (light?.strong) {
    for (const [e, q] of bright) line(pen, e, q, camera, look, 1, e.id === light.on, changes.get(e.id))
    yield* crowd(pen, picture, seen, light, look.dim, changes)
  }
  return { curves: seen.lines.length > many ? [] : Array.from(seen.lines, (i) => course(scene.edges[i]!, camera, size)), bright }
}

const litLines = ({ scene, camera, size }: Picture, light: Lit | null): [SceneEdge, Curve][] =>
  [...(light?.edges ?? [])].map((id) => [scene.edgeById.get(id)!, course(scene.edgeById.get(id)!, camera, size)])

/** Each line by itself; answers the courses of those that stay in sight, and keeps the bright ones for later. */
function single(pen: Pen, { scene, camera, size, look }: Picture, seen: Sight, dull: number, light: Lit | null, bright: [SceneEdge, Curve][], changes: ReadonlyMap<string, Change>): Curve[] {
  const curves: Curve[] = []
  for (const i of seen.lines) {
    const e = scene.edges[i]!
    const q = course(e, camera, size)
    const on = !light || light.edges.has(e.id)
    if (!light?.strong || on) curves.push(q)
    const change = changes.get(e.id)
    if (light && on) bright.push([e, q])
    else titled(pen, e, () => line(pen, e, q, camera, look, change && !light ? 1 : dull, false, change))
  }
  return curves
}

function titled(pen: Pen, e: SceneEdge, draw: () => void) {
  pen.open?.('edge', e.id, `${e.from.node.name} ${e.says} ${e.to.node.name}`)
  draw()
  pen.close?.()
}
