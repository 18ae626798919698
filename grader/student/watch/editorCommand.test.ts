import { editorCommand } from './editorCommand';

const at = { path: '/copy/losses.ts', line: 12 };

describe('editorCommand', () => {
  it.each([
    [{ EDITOR: 'vim' }, { program: 'vim', args: ['+12', '/copy/losses.ts'], ownsTerminal: true }],
    [{ EDITOR: 'code --wait' }, { program: 'code', args: ['--wait', '-g', '/copy/losses.ts:12'], ownsTerminal: false }],
    [
      { VISUAL: '/usr/bin/subl', EDITOR: 'vi' },
      { program: '/usr/bin/subl', args: ['/copy/losses.ts:12'], ownsTerminal: false },
    ],
    [{ EDITOR: 'mine' }, { program: 'mine', args: ['/copy/losses.ts'], ownsTerminal: false }],
    [{ EDITOR: ' ' }, undefined],
    [{}, undefined],
  ])('should open a file at its line by %j', (environment, command) => {
    expect(editorCommand(environment, at)).toEqual(command);
  });
});
