import { expect, test, type Page } from '@playwright/test'

interface Drawn { edges: string[]; nodes: { id: string; x: number; y: number }[] }

const drawn = (page: Page) => page.locator('.map-canvas').evaluate((c) => (c as unknown as { drawn: Drawn }).drawn)
const table = (page: Page) => page.locator('tr[data-edge]').evaluateAll((rows) => rows.map((r) => (r as HTMLElement).dataset.edge!).sort())

async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(page.locator('.map-canvas')).toHaveAttribute('data-painted', /[1-9]/)
  await page.waitForTimeout(700) // the picture comes to rest
}

/** The best connected of the overview: the tests know no name of the sample. */
async function hub(page: Page): Promise<string> {
  await open(page, '/map')
  return (await drawn(page)).nodes[0]!.id
}

async function state(page: Page) {
  const { nodes, edges } = await drawn(page)
  return { address: page.url(), nodes: nodes.map((n) => n.id).sort(), edges: edges.sort() }
}

test('the table has the lines of the picture', async ({ page }) => {
  for (const address of ['/', '/map', '/map?status=planned']) {
    await open(page, address)
    expect((await drawn(page)).edges.sort()).toEqual(await table(page))
  }
})

test('Back and Forward restore the map after expansions', async ({ page }) => {
  const id = encodeURIComponent(await hub(page))
  await open(page, `/map?show=${id}&selected=${id}`)
  const seen = [await state(page)]
  for (let i = 0; i < 3; i++) {
    await page.locator('.map-hood button').first().click()
    await expect.poll(async () => (await drawn(page)).nodes.length).toBeGreaterThan(seen.at(-1)!.nodes.length)
    await page.waitForTimeout(700)
    seen.push(await state(page))
    expect(seen.at(-1)!.edges).toEqual(await table(page))
  }
  for (const before of seen.slice(0, -1).reverse()) {
    await page.goBack()
    await expect.poll(() => state(page)).toEqual(before)
  }
  await page.goForward()
  await expect.poll(() => state(page)).toEqual(seen[1])
})

test('keys walk from body to body and say where they are', async ({ page }) => {
  await open(page, '/map')
  await page.locator('.map-canvas').focus()
  await page.keyboard.press('n')
  const said = page.locator('[data-map-said]')
  await expect(said).not.toBeEmpty()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-panel-node]')).toBeVisible()
  await expect(page).toHaveURL(/selected=/)
})

test('a filter narrows the map and its address, and Back takes it off', async ({ page }) => {
  await open(page, '/map')
  const before = await state(page)
  await page.locator('[data-map-filters] summary').first().click()
  await page.locator('[data-map-filters] input[name=relation]').first().check()
  await expect(page).toHaveURL(/relation=/)
  await expect.poll(async () => (await drawn(page)).edges.length).toBeLessThan(before.edges.length)
  await page.goBack()
  await expect.poll(() => state(page)).toEqual(before)
})
