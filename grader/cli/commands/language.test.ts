import { resolve } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { readDocument } from '../../student/page';
import { anotherId } from '../../testbed/course/ofCourse';
import { callGrader } from '../testing/callGrader';
import { commandTexts } from '../texts';

const said = async (args: readonly string[], language: 'en' | 'zh'): Promise<string> =>
  (await callGrader(args, { DESCENT_LANG: language })).stderr.trim();

const misspelt = `${anotherId}x`;

describe("students' commands, called wrongly", () => {
  it.each([
    [['grade', 'no/folder'], 'there is no folder or archive no/folder;', '没有 no/folder 这个文件夹或压缩包；'],
    [['grade', 'package.json'], 'package.json is neither a folder nor', 'package.json 既不是文件夹，也不是 .zip'],
    [
      ['grade', '.', '-a', misspelt],
      `there is no assignment ${misspelt};`,
      `没有作业 ${misspelt}：是不是指 ${anotherId}？`,
    ],
    [['hint'], 'which function? Give its name', '哪个函数？请给出函数名'],
    [['hint', 'noSuchFunction'], 'there is no function noSuchFunction;', '没有函数 noSuchFunction：'],
    [['play', '--from', 'no-folder'], 'there is no folder ', '请给出你的工作目录'],
    [
      ['play', '--build', 'data'],
      `${resolve('data')} is not empty; name a new`,
      '/data 不是空文件夹；请指定一个新文件夹',
    ],
    [['hand-in', '--from', 'no-folder'], 'there is no folder no-folder;', '没有 no-folder 这个文件夹；'],
    [['update', 'no-folder'], "this is the staff's checkout;", '这里是教师的工作目录；'],
  ])('should say what to do in both languages: %j', async (args, english, chinese) => {
    expect(await said(args, 'en')).toContain(`grader: ${english}`);
    const inChinese = await said(args, 'zh');
    expect(inChinese).toContain(chinese);
    expect(inChinese).not.toMatch(/\b(?:there is|give|name)\b/);
  });

  it('should list the isolation levels in both languages', async () => {
    const ask = (language: string): ReturnType<typeof callGrader> =>
      callGrader(['grade', '.', '--quiet'], { DESCENT_LANG: language, DESCENT_ISOLATION: 'moat' });
    expect((await ask('en')).stderr).toContain('DESCENT_ISOLATION is "moat"; give one of bubblewrap, ');
    expect((await ask('zh')).stderr).toContain('DESCENT_ISOLATION 的值是 "moat"；请设为 bubblewrap、');
  });
});

describe('the page of a student’s own work', () => {
  it.each([
    ['en', 'report.html shows your work as the public checks see it.'],
    ['zh', 'report.html 显示了你的代码在公开检查中的结果。'],
  ] as const)('should be announced in the reader’s language: %s', async (language, announced) => {
    const { stdout, exitCode } = await callGrader(['page', anotherId, '--no-open', '--plain'], {
      DESCENT_LANG: language,
    });
    expect(stdout).toContain(announced);
    expect(exitCode).toBe(0);
  });
});

describe('the page in a release', () => {
  it.each([
    ['en', 'is missing; get it again from the course', 'is damaged; get it again from the course'],
    ['zh', '缺少 play/index.html；请重新从课程获取', 'play/index.html 已损坏；请重新从课程获取'],
  ] as const)('should be reported as missing or damaged: %s', async (language, missing, damaged) => {
    const read = (files: Readonly<Record<string, string>>): Promise<unknown> =>
      withFiles(files, (root) => readDocument(root, commandTexts(language)));
    await expect(read({})).rejects.toThrow(missing);
    await expect(read({ 'play/index.html': '<p>' })).rejects.toThrow(damaged);
  });
});

describe('commandTexts', () => {
  it('should have progress messages in both languages', () => {
    const [en, zh] = [commandTexts('en'), commandTexts('zh')];
    expect([en.checking('softmax'), en.drawing('03-losses')]).toEqual([
      'checking softmax',
      'drawing the cases of 03-losses',
    ]);
    expect([zh.checking('softmax'), zh.drawing('03-losses')]).toEqual([
      '正在检查 softmax',
      '正在生成 03-losses 的用例',
    ]);
    expect(zh.hintNotNoted('EACCES')).toContain('（EACCES）：下次仍会显示这一条');
    expect(en.noPageForOthers).toContain("only the staff's checkout has; open play/index.html");
    expect(zh.noPageForOthers).toContain('只有教师的工作目录里才有骨架；请打开随你的副本提供的 play/index.html');
    expect(en.siteWritten('site/index.html', '3.1')).toBe(
      'site/index.html: 3.1 MB; host it anywhere, or open it from disk',
    );
    expect(zh.siteWritten('site/index.html', '3.1')).toBe(
      'site/index.html：3.1 MB；可放到任何网站上，也可直接从磁盘打开',
    );
    expect(zh.cannotListen(80, 'EACCES')).toBe('端口 80 无法使用（EACCES）；请指定另一个端口');
  });
});
