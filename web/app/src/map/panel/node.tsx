import { entity, path, query, type Neighbourhood } from '../../api'
import { dateWords, plural, spanWords } from '../../words'
import { actionsFor, type Action } from '../actions'
import { most, nearby } from '../address'
import type { Controller } from '../controller'
import { burst } from '../deeds/open'
import type { SceneNode } from '../scene'
import { Icon } from './icon'
import { useAnswer } from './load'

/** About the selected entity, and the ways on from it. */
export function NodePanel({ map, at }: { map: Controller; at: SceneNode }) {
  const { words, view, scene } = map.state
  const { node } = at
  const around = [node.id, ...scene.around.get(node.id)!].slice(0, most)
  const Title = map.exploring ? 'h2' : 'h3' // within another page the map has a heading of its own
  return (
    <section class="map-about" data-panel-node={node.id}>
      <p class="quiet map-about__kind">
        <Icon icon={at.icon} colour={map.stage.colour(at.colour)} /> {words.kindsOf(node)}
        {spanWords(node) && ` · ${spanWords(node)}`}
      </p>
      <Title><a href={path('entities', node.id) + query({ as_at: view.asAt })}>{node.name}</a></Title>
      {node.anonymous && <p class="quiet">The document leaves it unnamed.</p>}
      {map.exploring ? <Deeds map={map} id={node.id} />
        : <p class="map-about__do"><a class="button button--quiet button--small" href={'/map' + query({ show: around, as_at: view.asAt, selected: node.id })}>Explore from here</a></p>}
      <Hoods map={map} at={at} />
    </section>
  )
}

/** What is often done as buttons, the rest behind one. */
function Deeds({ map, id }: { map: Controller; id: string }) {
  const all = actionsFor(map, id)
  const often = all.findIndex((a) => a.label === 'Move')
  const button = (a: Action) => <button key={a.label} type="button" class="button button--quiet button--small" onClick={() => void a.act()}>{a.label}</button>
  return (
    <>
      <div class="map-about__do">{all.slice(0, often).map(button)}</div>
      <details class="map-cypher">
        <summary>More to do with it</summary>
        <div class="map-about__do">{all.slice(often).map(button)}</div>
      </details>
    </>
  )
}

function Hoods({ map, at }: { map: Controller; at: SceneNode }) {
  const { view } = map.state
  const { value, problem } = useAnswer<{ items: Neighbourhood[] | null }>(`${entity(at.id)}/relations`, nearby(view))
  if (problem) return <p class="error" role="alert">{problem}</p>
  if (!value) return <p class="quiet">Counting its connections…</p>
  if (!value.items?.length) return <p>Nothing is said to join it to anything{view.asAt && ' on this day'}.</p>
  const claims = value.items.reduce((sum, hood) => sum + hood.claims, 0)
  return (
    <>
      <p class="quiet">{plural(claims, 'claim', 'claims')} about it{view.asAt && ` on ${dateWords(view.asAt)}`}:</p>
      <ul class="map-hoods" aria-label={`What ${at.node.name} is joined to`}>
        {value.items.map((hood) => <Hood key={hood.relation + hood.direction} map={map} at={at} hood={hood} />)}
      </ul>
    </>
  )
}

/** One way on: how many there are, how many of them are shown, and a button for the rest. */
function Hood({ map, at, hood }: { map: Controller; at: SceneNode; hood: Neighbourhood }) {
  const shown = shownBy(map, at.id, hood)
  const rest = hood.entities - shown
  return (
    <li class="map-hood">
      <span>{hood.phrase} <span class="quiet">{rest > 0 && shown > 0 ? `${shown} of ${hood.entities} shown` : hood.entities}</span></span>
      {map.exploring && rest > 0 && (
        <button type="button" class="button button--quiet button--small" onClick={() => map.expand(at.id, hood)}
          aria-label={`${rest > burst ? 'Choose from' : 'Add'} ${plural(rest, 'more', 'more')}: ${at.node.name} ${hood.phrase}`}>
          {rest > burst ? 'Choose from ' : '+ '}{rest.toLocaleString('en-GB')}
        </button>
      )}
    </li>
  )
}

/** How many of a neighbourhood are on the map already. */
function shownBy(map: Controller, id: string, { relation, direction }: Neighbourhood): number {
  const others = new Set<string>()
  for (const { edge } of map.state.scene.edges) {
    if (edge.relation !== relation) continue
    if (edge.from === id && direction !== 'in') others.add(edge.to)
    if (edge.to === id && direction !== 'out') others.add(edge.from)
  }
  return others.size
}
