/** The page's program. */
import type { Language } from '../../../pipeline/types';
import { folderOf, type PageSettings } from '../document/settings';
import { viewStyle } from '../views';
import { unpack } from '../worker/unpack';
import { App } from './App';
import { Course } from './Course';
import { element } from '../views/kit/element';
import { EngineClient } from './EngineClient';
import './page.css';
import { texts } from './texts';
import { unpackBlock } from './unpackBlock';
import { BrowserWork, ServerWork } from './work';

const languageKey = 'descent-language';

async function start(): Promise<void> {
  const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '') as PageSettings;
  const { assignments } = settings.course;
  const style = new CSSStyleSheet();
  style.replaceSync(viewStyle);
  document.adoptedStyleSheets.push(style);
  let language: Language = chosenLanguage() ?? settings.language;
  const engine = await unpack(unpackBlock('engine'));
  // A worker created from a blob inherits the page's policy.
  const address = URL.createObjectURL(new Blob([engine], { type: 'text/javascript' }));
  const packed = {
    checks: Object.fromEntries(assignments.map(({ id }) => folderOf(id)).map((id) => [id, unpackBlock(id)])),
    digits: unpackBlock('digits'),
  };
  const client = new EngineClient(() => new Worker(address), packed);
  const work = settings.address === undefined ? new BrowserWork(localStorage) : new ServerWork(settings.address);
  const course = new Course(assignments, client, work, () => language);
  const nonce = document.querySelector('style')?.nonce ?? '';
  const app = new App({
    settings,
    course,
    nonce,
    onLanguage: (chosen) => {
      language = chosen;
      localStorage.setItem(languageKey, chosen);
      course.forget();
      app.show();
    },
  });
  await course.open();
  app.show();
}

/** The reader's earlier choice, else the browser's language. */
function chosenLanguage(): Language | undefined {
  const chosen = localStorage.getItem(languageKey);
  if (chosen === 'en' || chosen === 'zh') return chosen;
  return navigator.language.startsWith('zh') ? 'zh' : undefined;
}

start().catch((error: unknown) => {
  document.body.append(element('p', { role: 'alert' }, `${texts.en.failed} ${String(error)}`));
});
