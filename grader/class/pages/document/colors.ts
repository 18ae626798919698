import { drawingColors } from '../../../student/page/drawing';

/** Colours by role. Blue and orange are distinguishable with any colour vision; no information is in colour alone. */
const light = `
  --paper: #fbfaf8; --panel: #ffffff; --ink: #1c2128; --quiet: #58606b; --line: #dcdad5; --rule: #b9b6af;
  --link: #0b5394; --focus: #0b5394; --soft: #f1efeb;
  --good: #14603f; --good-soft: #e3f1e9; --bad: #983200; --bad-soft: #fbe9df; --idle: #4f5661; --idle-soft: #eceae6;
  --warn: #6b4c00; --warn-soft: #f8efd2;
  --bar: #4a7fb0; --track: #e6e4df;
  --less-1: #dbe9f6; --less-2: #a9cbe8; --less-3: #3474a8; --less-4: #1c4f80;
  --more-1: #fde7d3; --more-2: #f9c38f; --more-3: #bd5a0b; --more-4: #8a3c00;
  --same: #f4f3f0; --on-pale: #1c2128; --on-strong: #ffffff; --broken: #2b2f36;
  --theirs: #b34700;
`;

const dark = `
  --paper: #15181d; --panel: #1c2026; --ink: #e7e6e2; --quiet: #a9afb8; --line: #333943; --rule: #555d69;
  --link: #8cc2f5; --focus: #8cc2f5; --soft: #232830;
  --good: #8fd6b1; --good-soft: #173327; --bad: #ffb48a; --bad-soft: #432416; --idle: #b7bcc4; --idle-soft: #2b3038;
  --warn: #ecd083; --warn-soft: #3a2f12;
  --bar: #6ea6d8; --track: #313741;
  --less-1: #1d3144; --less-2: #27517a; --less-3: #6fb0e6; --less-4: #b5dbfa;
  --more-1: #40291a; --more-2: #74421a; --more-3: #f0994c; --more-4: #ffcd9e;
  --same: #242930; --on-pale: #f2f1ee; --on-strong: #15181d; --broken: #e7e6e2;
  --theirs: #ffa766;
`;

export const colors = `
:root { color-scheme: light dark; ${drawingColors.light} ${light} }
@media (prefers-color-scheme: dark) { :root { ${drawingColors.dark} ${dark} } }
@media print { :root { color-scheme: light; ${drawingColors.light} ${light} } }
`;
