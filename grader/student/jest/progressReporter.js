'use strict';
/** Jest's own report without its summary, which `summaryReporter.js` prints so that ours comes last. */
const { DefaultReporter } = require('@jest/reporters');
const { languageOf } = require('../../pipeline/words/languageOf');
const { jestInChinese } = require('./jestInChinese');

class ChineseReporter extends DefaultReporter {
  /** @param {import('@jest/reporters').Config.GlobalConfig} config */
  constructor(config) {
    super(config);
    // Jest offers no other access to what it draws while tests run.
    const status = /** @type {{ get: () => { clear: string, content: string } }} */ (Reflect.get(this, '_status'));
    const english = status.get.bind(status);
    status.get = () => {
      const { clear, content } = english();
      return { clear, content: jestInChinese(content) };
    };
  }

  /**
   * @override
   * @param {Parameters<DefaultReporter['printTestFileHeader']>} file
   */
  printTestFileHeader(...file) {
    const log = this.log.bind(this);
    // The header comes first; the output of the file's own code follows, and is not changed.
    let isHeader = true;
    this.log = (/** @type {string} */ message) => {
      log(isHeader ? jestInChinese(message) : message);
      isHeader = false;
    };
    super.printTestFileHeader(...file);
    this.log = log;
  }
}

module.exports = languageOf(process.env).language === 'zh' ? ChineseReporter : DefaultReporter;
