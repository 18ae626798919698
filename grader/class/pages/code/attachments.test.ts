import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from '../../../files';
import { readAttachments, type Attachment } from './attachments';
import { codePage } from './codePage';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('rest')]);
const pdf = Buffer.from('%PDF-1.7 rest');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const wanted = [
  { assignment: '01-kinds', name: 'report.pdf' },
  { assignment: '01-kinds', name: 'curve.png' },
];

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'attached-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: Uint8Array): void {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
}
const statuses = (found: readonly Attachment[]): readonly string[] => found.map(({ status }) => status);
const shown = (attachments: readonly Attachment[]): string =>
  codePage('alice', { files: [], attachments, isGraded: true }, { who: '' });

describe('readAttachments', () => {
  it('should show pictures, link PDFs and report missing files, from folders and archives', async () => {
    put('01-kinds/report.pdf', pdf);
    expect(statuses(await readAttachments(folder, wanted))).toEqual(['pdf', 'missing']);
    put('01-kinds/Curve.PNG', png);
    const found = await readAttachments(folder, wanted);
    expect(statuses(found)).toEqual(['pdf', 'image']);
    const page = shown(found);
    expect(page).toContain('href="../attachments/alice/01-kinds-report.pdf"');
    expect(page).toContain(`src="data:image/png;base64,${png.toString('base64')}"`);
    expect(shown([{ ...wanted[0], status: 'missing' } as Attachment])).toContain('没有提交');

    const archive = join(folder, 'alice.zip');
    const files = [
      { path: 'assignments/01-kinds/report.pdf', content: pdf },
      { path: 'assignments/01-kinds/curve.png', content: png },
    ];
    writeFileSync(archive, await zipOf(files));
    expect(statuses(await readAttachments(archive, wanted))).toEqual(['pdf', 'image']);
    expect(await readAttachments(archive, [])).toEqual([]);
  });

  it('should ignore a browser’s number in the name, unless a file without it exists', async () => {
    put('01-kinds/report (1).pdf', pdf);
    expect(statuses(await readAttachments(folder, wanted))).toEqual(['pdf', 'missing']);
    const archive = join(folder, 'alice.zip');
    writeFileSync(archive, await zipOf([{ path: '01-kinds/report-1.pdf', content: pdf }]));
    expect(statuses(await readAttachments(archive, wanted))).toEqual(['pdf', 'missing']);
    put('01-kinds/report.pdf', svg);
    expect(statuses(await readAttachments(folder, wanted))).toEqual(['refused', 'missing']);
  });

  it('should not show files that a browser would run, whatever their name', async () => {
    put('01-kinds/curve.png', svg);
    put('01-kinds/report.pdf', Buffer.from('<html><script>alert(1)</script>'));
    const found = await readAttachments(folder, wanted);
    expect(statuses(found)).toEqual(['refused', 'refused']);
    expect(shown(found)).not.toMatch(/data:image|attachments\/|alert/);
  });

  it('should refuse files that are too large, outside the submission or ambiguous', async () => {
    put('01-kinds/curve.png', Buffer.concat([png, Buffer.alloc(5_000_000)]));
    symlinkSync('/etc/hostname', join(folder, '01-kinds', 'report.pdf'));
    expect(statuses(await readAttachments(folder, wanted))).toEqual(['refused', 'refused']);
    rmSync(join(folder, '01-kinds'), { recursive: true });
    put('a/curve.png', png);
    put('b/curve.png', png);
    expect(await readAttachments(folder, wanted)).toMatchObject([
      { status: 'missing' },
      { status: 'refused', why: 'it appears 2 times' },
    ]);
  });

  it("should not take another assignment's file", async () => {
    put('02-other/curve.png', png);
    expect(statuses(await readAttachments(folder, wanted))).toEqual(['missing', 'missing']);
  });
});
