import ForceGraph from 'force-graph'
import { radius } from '../src/map/scene'
import type { Size } from '../src/map/camera'
import { vocabulary, type World } from './world'
import type { Painter } from './page'

interface Body { id: string; name: string; r: number; colour: string; named: boolean; x: number; y: number; fx: number; fy: number }
interface Line { source: string; target: string; colour: string; arrow: number }

const names = 160 // as many as the mapper writes at most; all of them would only slow it down

/** force-graph with names of the best connected and arrowheads; lines are thin and pale, which suits it best, and everything else is as it comes. */
export async function forceGraph(place: HTMLElement, { graph, spots }: World, size: Size, picking: boolean): Promise<Painter> {
  const kinds = new Map(vocabulary.kinds.map((k) => [k.name, k]))
  const relations = new Map(vocabulary.relations.map((r) => [r.type, r]))
  const best = new Set([...graph.nodes!].sort((a, b) => b.degree - a.degree).slice(0, names).map((n) => n.id))
  const nodes = graph.nodes!.map((n): Body => {
    const { x, y } = spots.get(n.id)!
    return { id: n.id, name: n.name, r: radius(n.degree), colour: kinds.get(n.kinds![0]!)!.colour, named: best.has(n.id), x, y, fx: x, fy: y }
  })
  const links = graph.edges!.map((e): Line => {
    const relation = relations.get(e.relation)!
    return { source: e.from, target: e.to, colour: relation.colour + '80', arrow: relation.symmetric ? 0 : 5 }
  })
  const it = new ForceGraph<Body, Line>(place)
    .width(size.width).height(size.height)
    .nodeId('id').nodeRelSize(1).nodeVal((n) => (n.r * 0.5) ** 2).nodeColor('colour').nodeLabel('name')
    .linkColor('colour').linkDirectionalArrowLength('arrow').linkDirectionalArrowRelPos(1)
    .nodeCanvasObjectMode(() => 'after')
    .nodeCanvasObject((n, pen, k) => {
      if (!n.named) return
      pen.font = `${13 / k}px Arial, sans-serif`
      pen.textAlign = 'center'
      pen.lineWidth = 3.5 / k
      pen.lineJoin = 'round'
      pen.strokeStyle = '#ffffff'
      pen.fillStyle = '#212b32'
      pen.strokeText(n.name, n.x, n.y + n.r + 13 / k)
      pen.fillText(n.name, n.x, n.y + n.r + 13 / k)
    })
    .cooldownTicks(0).enablePointerInteraction(picking)
    .graphData({ nodes, links })
  return {
    look(c) {
      it.centerAt(c.x, c.y)
      it.zoom(c.k)
    },
    spots: () => [],
    answers: () => [],
  }
}
