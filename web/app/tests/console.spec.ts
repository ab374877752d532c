import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

// The console as an analyst uses it, on the sample.

const editor = (page: Page) => page.locator('.cm-content')

/** Puts a statement into the editor in one go, as pasting does. */
async function write(page: Page, text: string) {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click()

async function open(page: Page, address = '/console') {
  await page.goto(address)
  await expect(editor(page)).toBeVisible()
}

test('a statement is completed from the live graph, run by keyboard and linked to', async ({ page }) => {
  await open(page)
  await editor(page).click()
  await page.keyboard.type('MATCH (p:Pers')
  await expect(page.locator('.cm-tooltip-autocomplete')).toContainText('Person')
  await page.waitForTimeout(200) // a list that has just come takes no key, lest somebody takes what they have not read
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(' {id: "louise-patten"}')
  await page.keyboard.press('End') // the closing bracket stands there already
  await page.keyboard.insertText(' RETURN p, p.name AS name')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('table[data-answer]')).toContainText('Louise Patten')
  await expect(page).toHaveURL(/console\?q=MATCH/)
  const link = page.url()
  await page.goto('/')
  await page.goto(link)
  await expect(page.locator('table[data-answer]')).toContainText('Louise Patten')
  await page.getByRole('tab', { name: 'Map' }).click()
  await expect(page.locator('.map-canvas')).toHaveAttribute('data-painted', '1')
})

test('what is wrong is marked where it stands, before and after the server is asked', async ({ page }) => {
  await open(page)
  await write(page, 'MATCH (p:Person)\nRETURN q.name')
  await expect(page.locator('.cm-lintRange-error')).toContainText('q')
  await run(page)
  await expect(page.getByRole('alert')).toContainText('line 2, column 8')
  await page.getByRole('button', { name: 'Go to line 2, column 8' }).click()
  await page.keyboard.insertText('x')
  await expect(editor(page)).toContainText('xq.name')
  await write(page, 'MATCH (n) DETACH DELETE n')
  await run(page)
  await expect(page.getByRole('alert')).toContainText('only reading the graph is allowed')
})

test('a long statement is stopped, and the server has ended it', async ({ page }) => {
  await open(page)
  await write(page, 'UNWIND range(1, 100000000) AS stopped_by_hand WITH stopped_by_hand WHERE stopped_by_hand % 7 = 8 RETURN count(stopped_by_hand)')
  await run(page)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('alert')).toContainText('Stopped')
  await write(page, 'RETURN 1 AS one')
  await run(page)
  await expect(page.locator('table[data-answer]')).toContainText('one')
})

test('limits are told, and rows come as chart, JSON, plan and file', async ({ page }) => {
  await open(page, '/console?q=UNWIND+range(1,5000)+AS+n+RETURN+n')
  await expect(page.locator('main')).toContainText('The first 1,000 rows: there are more')
  await write(page, "MATCH (e:Entity)-[r]->() RETURN e.name AS name, count(r) AS n ORDER BY n DESC, name LIMIT 5")
  await run(page)
  await page.getByRole('tab', { name: 'Chart' }).click()
  await expect(page.locator('ol.bars li')).toHaveCount(5)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'JSON' })).toBeFocused()
  await expect(page.getByRole('tabpanel')).toContainText('"name":')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tabpanel')).toContainText('ProduceResults')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as CSV' }).click()])
  expect(file.suggestedFilename()).toBe('answer.csv')
})

test('parameters have fields by their type and go with the link', async ({ page }) => {
  await open(page)
  await write(page, '// param: day date?\n// param: body entity\nMATCH (e:Entity {id: $body}) RETURN e.name AS name, $day IS NULL AS undated')
  await expect(page.getByLabel(/^day/)).toHaveAttribute('type', 'date')
  await run(page)
  await expect(page.getByLabel(/^body/)).toBeFocused()
  await page.getByLabel(/^body/).fill('tda')
  await page.keyboard.press('Enter')
  await expect(page.locator('table[data-answer]')).toContainText('NHS Trust Development Authority')
  await expect(page).toHaveURL(/p\.body=tda/)
})

test('a query is saved, found again, exported, made a view and deleted', async ({ page }, info) => {
  const title = `Tertiary ${info.project.name}`
  await open(page)
  await write(page, 'MATCH (p:Person) RETURN p AS who, size(p.aliases) AS aliases ORDER BY p.name LIMIT 3')
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Save as view…' }).click()
  await expect(page.getByRole('dialog')).toContainText('// column: who entity')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the file' }).click()])
  expect(file.suggestedFilename()).toBe(`tertiary-${info.project.name}.cypher`)
  await page.getByRole('button', { name: 'Save with the saved queries' }).click()
  await expect(page.getByRole('status').first()).toContainText('Saved as')
  await open(page)
  await page.getByRole('link', { name: title }).click()
  await expect(editor(page)).toContainText('// column: who entity')
  const [archive] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export all' }).click()])
  expect(archive.suggestedFilename()).toBe('queries.zip')
  page.on('dialog', (d) => d.accept())
  await page.getByRole('button', { name: `Delete ${title}` }).click()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
})

test('the history is kept in the browser and can be cleared', async ({ page }) => {
  await open(page)
  await write(page, 'RETURN 41 AS n')
  await run(page)
  await expect(page.locator('table[data-answer]')).toContainText('41')
  await open(page)
  await page.getByRole('button', { name: 'RETURN 41 AS n' }).click()
  await expect(editor(page)).toHaveText('RETURN 41 AS n')
  await page.getByRole('button', { name: 'Clear the history' }).click()
  await open(page)
  await expect(page.getByRole('button', { name: 'RETURN 41 AS n' })).toHaveCount(0)
})

test('Tab completes while a list is open, and leaves the editor otherwise', async ({ page }) => {
  await open(page)
  await editor(page).click()
  await page.keyboard.type('MATCH (p:Pers')
  await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused()
})

test('every page shows the Cypher behind it, which opens with its parameters', async ({ page }) => {
  await page.goto('/entities/tda?as_at=2014-01-01')
  await page.locator('main').getByRole('link', { name: 'Show the Cypher' }).click()
  await expect(page.locator('h1')).toHaveText('The Cypher behind a page')
  await expect(page.locator('main')).toContainText('cypher/explore/entity.cypher')
  await page.getByRole('link', { name: /^Open in the console/ }).first().click()
  await expect(page.locator('table[data-answer]')).toBeVisible()
  await expect(page.getByLabel(/^id/)).toHaveValue('tda')
  await page.goto('/views/lineage?body=tda')
  await page.getByText('The Cypher behind this answer').click()
  await page.getByRole('link', { name: 'Open in the console' }).click()
  await expect(page.getByLabel(/^body/)).toHaveValue('tda')
  await expect(page.locator('table[data-answer]')).toContainText('NHS England')
})

test('with an answer in each tab it is sound for everybody', async ({ browser, baseURL }, info) => {
  // axe is injected as a script, which the pages' own policy rightly forbids.
  const context = await browser.newContext({ ...info.project.use, baseURL, bypassCSP: true })
  const page = await context.newPage()
  await open(page, '/console?q=' + encodeURIComponent('// param: n integer?\nMATCH (a:Person)-[r]->(b:Entity) RETURN a, b, 3 AS n, $n AS m LIMIT 4'))
  for (const tab of ['Table', 'Map', 'Chart', 'JSON', 'Plan']) {
    await page.getByRole('tab', { name: tab }).click()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect(violations.map((v) => `${tab} ${v.id}: ${v.help} (${v.nodes.map((n) => n.target).join(' ')})`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'scrolls sideways').toBeLessThanOrEqual(0)
  }
  await context.close()
})

test('without JavaScript it asks for parameters, answers and lists what is saved', async ({ browser, baseURL }, info) => {
  const context = await browser.newContext({ ...info.project.use, baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/console')
  await page.locator('textarea').fill('// param: body entity\nMATCH (e:Entity {id: $body}) RETURN e.name AS name')
  await run(page)
  await page.getByLabel('Body', { exact: true }).fill('tda')
  await run(page)
  await expect(page.locator('main table')).toContainText('NHS Trust Development Authority')
  await context.close()
})

test('without JavaScript a query is saved by a form, and not over another', async ({ browser, baseURL, request }, info) => {
  const name = `by-form-${info.project.name}`
  const context = await browser.newContext({ ...info.project.use, baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  const save = async (statement: string, replace: boolean) => {
    await page.goto('/console')
    await expect(page.getByLabel('Title')).toHaveCount(0) // nothing to save yet
    await page.locator('textarea').fill(statement)
    await run(page)
    await page.getByLabel('Title').fill(`By form in ${info.project.name}`)
    await page.getByLabel('Name of the file').fill(name)
    if (replace) await page.getByLabel('Replace a saved query of this name').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  }
  await save('RETURN 41 AS first', true) // a run that was cut off may have left one
  await expect(page).toHaveURL(/\/console\?q=/)
  await expect(page.locator('textarea')).toHaveValue(/RETURN 41 AS first/)
  await expect(page.locator('main table')).toContainText('41')
  await page.getByRole('region', { name: 'Saved queries' }).getByRole('link', { name: `By form in ${info.project.name}` }).click()
  await expect(page.locator('textarea')).toHaveValue(/RETURN 41 AS first/)
  await save('RETURN 42 AS second', false)
  await expect(page.locator('main')).toContainText('There is a saved query "' + name + '" already')
  expect((await (await request.get(`/api/queries/${name}`)).json()).text).toContain('RETURN 41 AS first')
  await save('RETURN 42 AS second', true)
  await expect(page.locator('textarea')).toHaveValue(/RETURN 42 AS second/)
  expect((await request.delete(`/api/queries/${name}`)).status()).toBe(200)
  await context.close()
})

test('nothing of the editor is loaded by other pages', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (r) => asked.push(r.url()))
  await page.goto('/views/lineage')
  await page.waitForLoadState('networkidle')
  expect(asked.filter((url) => /editor|cypher-worker|console/.test(url))).toEqual([])
})

test('a parameter that is an entity is found by name, and years are drawn as a line with the figures beside it', async ({ page }) => {
  await open(page)
  await write(page, '// param: id entity\nMATCH (e:Entity {id: $id}) RETURN e.name AS name')
  const field = page.getByRole('combobox', { name: 'id' })
  await field.fill('louise pat')
  await expect(page.getByRole('option').first()).toContainText('Louise Patten')
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue('louise-patten')
  await field.press('Enter')
  await expect(page.locator('table[data-answer]')).toContainText('Louise Patten')

  await write(page, "UNWIND [['2016', 3], ['2014', 1], ['2015-06', 2]] AS p RETURN p[0] AS year, p[1] AS n")
  await run(page)
  await page.getByRole('tab', { name: 'Chart' }).click()
  await expect(page.getByRole('img', { name: 'n over year, 3 points from 2014 to 2016' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'The figures' }).getByRole('row').nth(2)).toHaveText('2015-062')
  await expect(page.getByLabel('Drawn as')).toHaveValue('line')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByLabel('Drawn as').selectOption('bars')
  await expect(page.locator('.bars li')).toHaveCount(3)
})

test('a second column of names makes parts of the bars, with the figures as a table', async ({ page }) => {
  await open(page)
  const draw = async (rows: string) => {
    await write(page, `UNWIND [${rows}] AS r RETURN r[0] AS region, r[1] AS kind, r[2] AS n`)
    await run(page)
    await page.getByRole('tab', { name: 'Chart' }).click()
  }
  const bars = page.locator('.bars li')
  await draw("['North', 'Trust', 3], ['North', 'Board', 1], ['South', 'Trust', 2]")
  await expect(page.getByLabel('Drawn as')).toHaveValue('stacked')
  await expect(page.getByRole('list', { name: 'Parts: kind' }).getByRole('listitem')).toHaveText(['ATrust 5', 'BBoard 1'])
  await expect(bars).toHaveCount(2)
  await expect(bars.first().locator('rect').nth(1)).toHaveAttribute('x', '75%')
  await expect(bars.nth(1).locator('rect')).toHaveAttribute('width', '50%')
  await expect(page.getByRole('region', { name: 'The figures' }).getByRole('row')).toHaveText(['regionTrustBoardTogether', 'North314', 'South202'])
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'scrolls sideways').toBeLessThanOrEqual(0)
  await page.getByLabel('Drawn as').selectOption('bars')
  await expect(bars).toHaveText(['North, Trust3', 'North, Board1', 'South, Trust2'])

  await draw("['North', 'planned', 3], ['North', 'stated', 1], ['South', 'stated', 2]")
  await expect(page.getByRole('list', { name: 'Parts: kind' }).getByRole('listitem')).toHaveText(['Stated as fact 3', 'Planned or expected 3'])
  await expect(bars.first().locator('rect').nth(1)).toHaveAttribute('fill', 'url(#fill-planned)')

  await draw("['North', 'Trust', 3], ['North', 'Board', -1], ['South', 'Trust', 2]")
  await expect(page.getByRole('tabpanel')).toContainText('Some figures are below zero')
  await expect(page.getByLabel('Drawn as')).toHaveCount(0)
  await expect(bars.nth(1)).toHaveText('North, Board-1')
  await expect(bars.nth(1).locator('rect')).toHaveAttribute('x', '0%')
})

test('with the touch keyboard open a statement is run by a button above it', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'there is no touch keyboard')
  await open(page)
  const above = page.getByRole('button', { name: 'Run the statement' })
  await write(page, Array(30).fill('// a long statement').join('\n') + '\nRETURN 41 AS n')
  await page.evaluate(() => { // the browser of the tests opens no keyboard: this is all that a page learns of one
    Object.defineProperty(window.visualViewport, 'height', { value: 420, configurable: true })
    window.visualViewport!.dispatchEvent(new Event('resize'))
    window.scrollTo(0, 0)
  })
  await expect(above).toBeVisible()
  const box = (await above.boundingBox())!
  expect(box.y + box.height).toBeLessThanOrEqual(420)
  expect(box.y).toBeGreaterThan(300)
  await above.tap()
  await expect(page.locator('table[data-answer]')).toContainText('41')
  await expect(above).toBeHidden() // nobody writes any more, and so the keyboard is gone
  await expect(page.getByRole('heading', { name: 'Answer', exact: true })).toBeInViewport()
})

test('relationships alone are drawn with what they join', async ({ page }) => {
  await open(page)
  await write(page, 'MATCH ()-[r:REGULATES]->() RETURN r ORDER BY r.id LIMIT 3')
  await run(page)
  await page.getByRole('tab', { name: 'Map' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('4 bodies, 3 lines')
  await expect(page.locator('.map-canvas')).toHaveAttribute('data-painted', '4')
  await expect(page.getByRole('link', { name: 'Download as GraphML' })).toBeVisible()
})
