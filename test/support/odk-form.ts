/**
 * An outside reader of XForms in a browser: ODK Web Forms draws the form, decides what is relevant and hands out the submission.
 * It evaluates text as code, so it is served by a small server of its own and never by ours.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { PROJECT } from './project-files.ts'

const WEB_FORMS = /^\/web-forms\/([\w-]+\.js)$/

/** A script of theirs, by the path under which the page asks for it. */
function script(path: string): string | null {
  if (path === '/vue.js') return 'node_modules/vue/dist/vue.esm-browser.prod.js'
  const [, name] = WEB_FORMS.exec(path) ?? []
  return name ? `node_modules/@getodk/web-forms/dist/${name}` : null
}

/** `?instance` opens the submission that was set last, as a form is opened again to be corrected. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>form</title>
<script type="importmap">{"imports":{"vue":"/vue.js"}}</script></head><body><div id="app"></div><script type="module">
import { createApp, h } from 'vue'
import { OdkWebForm, webFormsPlugin } from '/web-forms/index.js'
const text = async (path) => (await fetch(path)).text()
const formXml = await text('/form.xml')
const editInstance = location.search === '?instance'
  ? { resolveInstance: () => text('/instance.xml'), attachmentFileNames: [], resolveAttachment: () => { throw new Error('none') } }
  : null
window.submitted = new Promise((resolve) => {
  const onSubmit = async ({ data }) => resolve(await data[0].get('xml_submission_file').text())
  const form = { render: () => h(OdkWebForm, { formXml, editInstance, fetchFormAttachment: () => { throw new Error('none') }, onSubmit }) }
  createApp(form).use(webFormsPlugin).mount('#app')
})
</script></body></html>`

export interface OdkForm {
  /** The form as a person meets it: empty, or holding a submission that is opened again. */
  open(instance?: string): Promise<Page>
  close(): Promise<void>
}

export async function odkForm(browser: Browser, form: string): Promise<OdkForm> {
  let instance = ''
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const [type, body] =
      path === '/'
        ? ['text/html', PAGE]
        : path === '/form.xml'
          ? ['text/xml', form]
          : path === '/instance.xml'
            ? ['text/xml', instance]
            : script(path)
              ? ['text/javascript', readFileSync(join(PROJECT, script(path) as string))]
              : ['', null]
    response.writeHead(body === null ? 404 : 200, { 'Content-Type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const context = await browser.newContext({ viewport: { width: 1000, height: 1200 } })
  await context.route(
    (asked) => asked.hostname !== '127.0.0.1',
    (route) => route.abort(),
  )
  return {
    async open(given) {
      instance = given ?? ''
      const page = await context.newPage()
      await page.goto(given === undefined ? url : `${url}?instance`)
      await page.locator('.form-initialization-status:not(.loading)').waitFor({ state: 'attached' })
      return page
    },
    async close() {
      await context.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
