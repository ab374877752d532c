import { useEffect, useRef } from 'preact/hooks'
import type { Hit } from '../../api'
import type { Controller } from '../controller'
import { useStore } from '../store'
import { Choose } from './choose'
import { EdgePanel } from './edge'
import { Extent } from './extent'
import { NodePanel } from './node'
import { NoteForm, Notes } from './notes'
import { Several } from './several'

/** Beside the picture: a way to add to it, and what is selected, else how to begin. */
export function Panel({ map, box }: { map: Controller; box: HTMLElement }) {
  const { view, choice, draft, chosen } = useStore(map.store)
  const about = subject(map)
  useEffect(() => {
    box.classList.toggle('is-open', !!about)
    box.scrollTop = 0
  }, [!!about, view.selected, choice, draft, chosen])
  return (
    <>
      {map.exploring && <Add map={map} />}
      {about && !choice && !draft && <button type="button" class="map-close" aria-label="Close" onClick={() => map.select('')}>×</button>}
      {about ?? (
        <>
          <p class="quiet">Choose a sign to read about it{map.exploring && ' and open up what it is joined to'}, or a line to see who says so and where.</p>
          {map.exploring && <Notes map={map} />}
        </>
      )}
      {map.exploring && !choice && !draft && <Extent map={map} />}
    </>
  )
}

function subject(map: Controller) {
  const { view, scene, choice, draft, chosen } = map.state
  const node = scene.byId.get(view.selected)
  const edge = scene.edgeById.get(view.selected)
  if (draft) return <NoteForm key={draft.which} map={map} draft={draft} />
  if (choice) return <Choose key={choice.title} map={map} choice={choice} />
  if (chosen.size) return <Several map={map} />
  if (node) return <NodePanel key={node.id} map={map} at={node} />
  return edge ? <EdgePanel key={edge.id} map={map} at={edge} /> : null
}

function Add({ map }: { map: Controller }) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current!.addEventListener('mapper:pick', (event) => {
      event.preventDefault()
      void map.addHit((event as CustomEvent<Hit>).detail)
    })
    void import('../../search').then((search) => search.enhance(form.current!))
  }, [])
  return (
    <form ref={form} class="find map-add" action="/search" method="get" role="search" aria-label="Add to the map">
      <label class="visually-hidden" for="map-add">Add to the map</label>
      <input class="field field--small" id="map-add" type="search" name="q" placeholder="Add to the map" autocomplete="off" spellcheck={false} />
    </form>
  )
}
