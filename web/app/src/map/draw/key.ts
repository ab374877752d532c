// The legend of a picture that is taken away, made of what is drawn in it.
import type { Change, Status } from '../../api'
import { statuses } from '../../words'
import type { Look } from '../look'
import type { Scene } from '../scene'
import { trace, type Pen } from '../shapes'
import { communityColour } from '../measure/palette'
import { badge, changeLooks } from './change'
import { dashes } from './line'

export interface Entry {
  text: string; colour: string
  icon?: string; mark?: string // a shape, with a letter for a community
  status?: Status; arrow?: boolean; width?: number // a line
  change?: Change
}

const firmness = Object.keys(statuses) as Status[]

/** Signs, lines and colours of those that are drawn, the most frequent first. */
export function entriesOf(scene: Scene): Entry[] {
  const marked = scene.nodes.some((n) => n.mark)
  const shapes = tally(scene.nodes, (n) => n.icon + (marked ? '' : n.colour), (n) => n.group)
  const signs = shapes.map(({ of: n, names }): Entry => ({ text: names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : ''), icon: n.icon, colour: marked ? '#5b6770' : n.colour }))
  const communities = [...new Set(scene.nodes.map((n) => n.mark ?? ''))].filter(Boolean).sort().map((mark): Entry => {
    const first = scene.nodes.find((n) => n.mark === mark)!
    return { text: `Community around ${first.node.name}`, icon: 'circle', colour: first.colour || communityColour(0), mark }
  })
  const relations = tally(scene.edges, (e) => e.edge.relation, (e) => e.says)
  const lines = relations.map(({ of: e, names }): Entry => ({ text: names[0]!, colour: e.colour, arrow: e.arrow, status: 'stated' }))
  const firm = firmness.filter((s) => s !== 'stated' && scene.edges.some((e) => e.status === s)).map((status): Entry => ({ text: statuses[status], colour: '#5b6770', status }))
  const thick: Entry[] = scene.edges.some((e) => e.edge.claims > 1) ? [{ text: 'More claims', colour: '#5b6770', status: 'stated', width: 4 }] : []
  const changed = (Object.keys(changeLooks) as Change[]).filter((c) => [...scene.changes.values()].includes(c)).map((change): Entry => ({ text: changeLooks[change].text, colour: changeLooks[change].colour, change }))
  return [...signs, ...communities, ...lines, ...firm, ...thick, ...changed]
}

/** One of each sort with all names it goes by, the most frequent first. */
function tally<T>(all: readonly T[], sort: (t: T) => string, name: (t: T) => string): { of: T; names: string[] }[] {
  const found = new Map<string, { of: T; count: number; names: Map<string, number> }>()
  for (const t of all) {
    const s = found.get(sort(t)) ?? { of: t, count: 0, names: new Map() }
    s.count++
    s.names.set(name(t), (s.names.get(name(t)) ?? 0) + 1)
    found.set(sort(t), s)
  }
  return [...found.values()].sort((a, b) => b.count - a.count).map(({ of, names }) => ({ of, names: [...names].sort((a, b) => b[1] - a[1]).map(([n]) => n) }))
}

/** Draws what an entry explains, about x, y. */
export function sample(pen: Pen, e: Entry, x: number, y: number, look: Look) {
  const colour = look.node(e.colour)
  pen.globalAlpha = 1
  pen.setLineDash([])
  if (e.change) return badge(pen, e.change, x, y, 7, look)
  if (e.icon) {
    trace(pen, e.icon, x, y, 6.5)
    pen.fillStyle = colour
    pen.fill()
    if (!e.mark) return
    pen.font = `700 9px ${look.font}`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillStyle = look.ground
    return pen.fillText(e.mark, x, y + 0.5)
  }
  pen.strokeStyle = pen.fillStyle = colour
  pen.lineWidth = e.width ?? 2
  pen.lineCap = e.status === 'opinion' ? 'round' : 'butt'
  pen.setLineDash(dashes[e.status ?? 'stated'])
  pen.beginPath()
  pen.moveTo(x - 13, y)
  pen.lineTo(x + (e.arrow ? 6 : 13), y)
  pen.stroke()
  pen.setLineDash([])
  pen.lineCap = 'butt'
  pen.beginPath()
  if (e.arrow) {
    pen.moveTo(x + 13, y)
    pen.lineTo(x + 5, y - 4)
    pen.lineTo(x + 5, y + 4)
    pen.closePath()
    pen.fill()
  } else if (e.status === 'denied') {
    pen.moveTo(x - 4, y - 4)
    pen.lineTo(x + 4, y + 4)
    pen.moveTo(x + 4, y - 4)
    pen.lineTo(x - 4, y + 4)
    pen.stroke()
  }
}
