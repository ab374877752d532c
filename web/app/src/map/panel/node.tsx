import { entity, path, query, type Neighbourhood } from '../../api'
import { plural, spanWords } from '../../words'
import { most, nearby } from '../address'
import type { Controller } from '../controller'
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
      <p class="map-about__do">
        {map.exploring ? (
          <>
            <button type="button" class="button button--quiet button--small" onClick={() => map.only(node.id)}>Show only this neighbourhood</button>
            <button type="button" class="button button--quiet button--small" onClick={() => map.hide(node.id)}>Hide</button>
            {at.pinned && <button type="button" class="button button--quiet button--small" onClick={() => map.unpin(node.id)}>Unpin</button>}
          </>
        ) : (
          <a class="button button--quiet button--small" href={'/map' + query({ show: around, as_at: view.asAt, selected: node.id })}>Explore from here</a>
        )}
      </p>
      <Hoods map={map} at={at} />
    </section>
  )
}

function Hoods({ map, at }: { map: Controller; at: SceneNode }) {
  const { view } = map.state
  const { value, problem } = useAnswer<{ items: Neighbourhood[] | null }>(`${entity(at.id)}/relations`, nearby(view))
  if (problem) return <p class="error" role="alert">{problem}</p>
  if (!value) return <p class="quiet">Counting its connections…</p>
  if (!value.items?.length) return <p>Nothing is said to join it to anything{view.asAt && ' on this day'}.</p>
  return (
    <ul class="map-hoods" aria-label={`What ${at.node.name} is joined to`}>
      {value.items.map((hood) => <Hood key={hood.relation + hood.direction} map={map} at={at} hood={hood} />)}
    </ul>
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
          aria-label={`Add ${plural(rest, 'more', 'more')}: ${at.node.name} ${hood.phrase}`}>
          + {rest.toLocaleString('en-GB')}
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
