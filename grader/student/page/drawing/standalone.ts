import { colorsFor, drawingStyle, type Scheme } from './theme';

/**
 * A drawing as a standalone file: it includes its colours and a background, since it may be shown on any page.
 *
 * @param scheme - fixed scheme for a picture that can't follow its reader's, such as a PNG
 */
export function standalone(markup: string, scheme: Scheme = 'both'): string {
  const style = `<style>${colorsFor('.drawing', scheme)}${drawingStyle}</style><rect class="paper" width="100%" height="100%"/>`;
  return `${markup.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replace('</desc>', `</desc>${style}`)}\n`;
}
