import { path, query, type Evidence, type Explanation } from '../../api'
import { dateWords, plural, spanWords } from '../../words'
import { actionsFor } from '../actions'
import type { Controller } from '../controller'
import type { SceneEdge } from '../scene'
import { Tag } from './icon'
import { useAnswer } from './load'

/** Why a line is there: what is said, how firmly, by whom and where. */
export function EdgePanel({ map, at }: { map: Controller; at: SceneEdge }) {
  const { words, view } = map.state
  const relation = words.relation(at.edge.relation)
  const { value, problem } = useAnswer<Explanation>(`/api${path('edges', at.id)}`)
  const day = query({ as_at: view.asAt })
  const Title = map.exploring ? 'h2' : 'h3' // within another page the map has a heading of its own
  return (
    <section class="map-about" data-panel-edge={at.id}>
      <p class="quiet map-about__kind">{relation.name} · {plural(at.edge.claims, 'claim', 'claims')}{spanWords(at.edge) && ` · ${spanWords(at.edge)}`}</p>
      <Title><a href={path('edges', at.id) + day}>{value?.sentence ?? `${at.from.node.name} ${relation.forward} ${at.to.node.name}`}</a></Title>
      <p><Tag status={at.status} /></p>
      {value?.meaning && <p class="quiet">{relation.name}: {value.meaning}.</p>}
      {problem && <p class="error" role="alert">{problem}</p>}
      {!value && !problem && <p class="quiet">Fetching who says so…</p>}
      {!!value?.evidence?.length && (
        <ol class="map-said" aria-label="Who says so">{value.evidence.map((e) => <Said key={e.id} said={e} day={day} />)}</ol>
      )}
      {value?.cypher && (
        <details class="map-cypher">
          <summary>The Cypher behind it</summary>
          <pre tabIndex={0}><code>{value.cypher}</code></pre>
          <a href={'/console' + query({ q: value.cypher })}>Open in the console</a>
        </details>
      )}
      {map.exploring && (
        <p class="map-about__do">
          {actionsFor(map, at.id).slice(1).map((a) => <button key={a.label} type="button" class="button button--quiet button--small" onClick={() => void a.act()}>{a.label}</button>)}
        </p>
      )}
    </section>
  )
}

function Said({ said, day }: { said: Evidence; day: string }) {
  const about = [said.locator, said.published && dateWords(said.published)].filter(Boolean).join(', ')
  return (
    <li data-claim={said.id}>
      <p><Tag status={said.status} />{said.speaker && <> by <a href={path('entities', said.speaker.id) + day}>{said.speaker.name}</a></>}</p>
      {said.note && <p>{said.note}</p>}
      {said.phrase && <p class="said__phrase">“{said.phrase}”</p>}
      <p class="quiet"><a href={path('documents', said.document.id) + day}>{said.document.name || said.document.id}</a>{about && ` (${about})`}</p>
    </li>
  )
}
