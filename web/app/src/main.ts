import '../styles/app.scss'
import { startTheme } from './theme'

interface Island { mount(element: HTMLElement): void }

const islands: Record<string, () => Promise<Island>> = {
  map: () => import('./map/index'),
}

startTheme()
if (document.querySelector('form[data-search]')) import('./search').then((search) => search.start())
for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  islands[element.dataset.island ?? '']?.().then((island) => island.mount(element))
}
