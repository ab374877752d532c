import { most } from '../address'
import { shownWords } from '../../words'
import type { Controller } from '../controller'

/** What is not on the picture: the hidden, and the rest of a large graph. Each with a way to it. */
export function Extent({ map }: { map: Controller }) {
  const { view, graph } = map.state
  const rest = graph.total > graph.shown && !view.show.length
  if (!rest && !view.hide.length) return null
  const next = Math.min(most, graph.shown * 2)
  return (
    <div class="map-extent">
      {rest && (
        <p>{shownWords({ ...graph, why: '' }, 'body', 'bodies')}, the best connected.{' '}
          {next > graph.shown && <button type="button" class="link" onClick={() => void map.more(next)}>Show {Math.min(next, graph.total)}</button>}{' '}
          <button type="button" class="link" onClick={() => void map.list()}>Choose from a list</button>
        </p>
      )}
      {view.hide.length > 0 && (
        <p>{view.hide.length} hidden. <button type="button" class="link" onClick={() => void map.showHidden()}>Show again</button></p>
      )}
    </div>
  )
}
