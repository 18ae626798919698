import type { AssignmentOnPage } from '../../document/settings';
import type { Saved, Saving, WorkFile } from '../../server/messages';
import type { DescribedProblem } from '../../worker/messages';
import type { Work, WorkSaved } from './Work';

/** The student's own files, via the local server. */
export class ServerWork implements Work {
  constructor(readonly address: string) {}

  async read({ id }: AssignmentOnPage): Promise<WorkFile | DescribedProblem> {
    const response = await fetch(`${this.address}files/${id}`);
    return (await response.json()) as WorkFile | DescribedProblem;
  }

  async save({ id }: AssignmentOnPage, text: string, version: string): Promise<WorkSaved> {
    const saving: Saving = { text, version };
    try {
      const response = await fetch(`${this.address}files/${id}`, { method: 'PUT', body: JSON.stringify(saving) });
      if (!response.ok) return { status: 'not-saved', reason: await response.text() };
      return (await response.json()) as Saved;
    } catch (error) {
      return { status: 'not-saved', reason: String(error) };
    }
  }

  onChange(listener: (assignment: string) => void): void {
    const events = new EventSource(`${this.address}events`);
    events.addEventListener('message', ({ data }: MessageEvent<string>) => listener(JSON.parse(data) as string));
  }
}
