/** An option of the command line, told once for the parser, the help and the messages. */
export interface Option {
  readonly name: string
  readonly short?: string
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  /** `--no-` in front of it turns it off. */
  readonly negatable?: true
  /** What stands for the value in the help. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly describe: string
}

export const CHECK_OPTIONS: readonly Option[] = [
  {
    name: 'format',
    short: 'f',
    type: 'string',
    multiple: true,
    value: '名称[=文件]',
    describe:
      '输出格式：text、concise、json、sarif、github、gitlab、junit、checkstyle、rdjson；可以多次给出，各写到各的文件；在 GitHub Actions 里默认 github；同 fix 一起用时为 text、json、diff',
  },
  {
    name: 'config',
    short: 'c',
    type: 'string',
    value: '文件',
    describe: '只用这个设置文件；默认每个文件用离它最近的 .mulintrc.json 等设置文件',
  },
  {
    name: 'pack',
    type: 'string',
    multiple: true,
    value: '文件',
    describe: '加用这个规则包（YAML 或者 JSON）里的规则',
  },
  {
    name: 'rule',
    type: 'string',
    multiple: true,
    value: '规则=级别',
    describe: '把一条规则改为 off、info、warning 或者 error',
  },
  {
    name: 'only',
    type: 'string',
    multiple: true,
    value: '规则,…',
    describe: '只用这些规则或者规则族（cite、num、deadline……）',
  },
  {
    name: 'skip',
    type: 'string',
    multiple: true,
    value: '规则,…',
    describe: '不用这些规则或者规则族',
  },
  {
    name: 'fail-on',
    type: 'string',
    value: '级别',
    choices: ['error', 'warning', 'info'],
    describe: '达到这一级别时退出码为1，默认 error',
  },
  {
    name: 'max-warnings',
    type: 'string',
    value: '个数',
    describe: '警告超过这个数时退出码为1',
  },
  {
    name: 'as-of',
    type: 'string',
    value: 'YYYY-MM-DD',
    describe: '按这一天的法律判断；默认按文件自己的日期，没有的按今天',
  },
  {
    name: 'kind',
    type: 'string',
    value: '种类',
    choices: ['auto', 'catalogue', 'domain-catalogue', 'annual-report', 'ledger'],
    describe: '文件的种类，默认 auto，自动识别',
  },
  {
    name: 'encoding',
    type: 'string',
    value: '编码',
    describe: '文本文件的编码；默认依次为 BOM、严格的 UTF-8、GB18030',
  },
  {
    name: 'no-nested-config',
    type: 'boolean',
    describe: '只用当前文件夹的设置（或者 -c 指明的），不用文件旁边的设置和忽略文件',
  },
  {
    name: 'no-inline-config',
    type: 'boolean',
    describe: '文件里的豁免注释和旁边的豁免文件一概不算，检查报送材料时用',
  },
  {
    name: 'no-ignore',
    type: 'boolean',
    describe: '不理会 .mulintignore、.gitignore 和设置里的 ignore',
  },
  {
    name: 'force-exclude',
    type: 'boolean',
    describe: '点了名的文件，在忽略之列的也不检查',
  },
  {
    name: 'list-files',
    type: 'boolean',
    describe: '只列出会检查哪些文件、其余的为什么不检查',
  },
  {
    name: 'print-config',
    type: 'string',
    value: '文件',
    describe: '只列出这个文件用哪些设置、来自哪些设置文件',
  },
  { name: 'stdin', type: 'boolean', describe: '从标准输入读一个文件' },
  {
    name: 'stdin-filename',
    type: 'string',
    value: '文件名',
    describe: '标准输入的文件名，用来判断格式和写进报告',
  },
  {
    name: 'changed',
    type: 'boolean',
    describe: '只检查改动过的文件：工作区同 HEAD 比，含没有纳入 git 的',
  },
  {
    name: 'since',
    type: 'string',
    value: '提交',
    describe: '同 --changed 一起用：从和这个提交（分支、标签）分开的地方算起',
  },
  {
    name: 'staged',
    type: 'boolean',
    describe: '只检查暂存的文件，检查暂存的内容，用在提交前的钩子里',
  },
  {
    name: 'entry',
    type: 'string',
    value: '序号',
    describe:
      '同 explain <文件> 一起用：说明这一条认作哪类事项、时限怎样读、依据是哪一份；同 waive 一起用：只豁免这一条',
  },
  {
    name: 'waivers',
    type: 'string',
    value: '文件',
    describe: '检查人自己的豁免文件，写法见 docs/waivers.md，每条可以用 file 指明管哪些文件',
  },
  {
    name: 'baseline',
    type: 'string',
    value: '文件',
    describe: '不报这个基准里已有的问题；基准用 mulint baseline 写',
  },
  {
    name: 'fail-on-unpruned',
    type: 'boolean',
    describe: '同 --baseline 一起用：基准里有已经不再出现的问题时退出码为1',
  },
  {
    name: 'accept-new',
    type: 'string',
    value: '理由',
    describe: '同 baseline 命令一起用：把新的问题也收进已有的基准，理由记在基准里',
  },
  {
    name: 'item',
    type: 'string',
    value: '事项',
    describe: '同 waive 一起用：只豁免这个事项，各级名称之间用 / 隔开',
  },
  {
    name: 'role',
    type: 'string',
    value: '栏',
    describe: '同 waive 一起用：只豁免这一栏，如 deadline 或者 公开时限',
  },
  { name: 'reason', type: 'string', value: '理由', describe: '同 waive 一起用：豁免的理由，必写' },
  {
    name: 'basis',
    type: 'string',
    value: '依据',
    describe: '同 waive 一起用：豁免依据的文件和条款',
  },
  { name: 'approver', type: 'string', value: '批准人', describe: '同 waive 一起用：谁批准的' },
  {
    name: 'expires',
    type: 'string',
    value: 'YYYY-MM-DD',
    describe: '同 waive 一起用：豁免到这一天为止',
  },
  {
    name: 'to',
    type: 'string',
    value: '格式',
    choices: ['md', 'csv', 'html', 'json'],
    describe: '同 convert 一起用：写成哪一种格式，默认 md',
  },
  {
    name: 'output',
    short: 'o',
    type: 'string',
    value: '文件',
    describe: '同 convert 一起用：写到这个文件，默认写到终端；同 baseline 一起用：基准的文件名',
  },
  {
    name: 'unsafe',
    type: 'boolean',
    describe: '同 fix 一起用：建议的改法也改，改后逐条核对；默认只改改法唯一的',
  },
  {
    name: 'diff',
    type: 'boolean',
    describe: '同 fix 一起用：只列出改前改后，不写文件；有可以改的，退出码为1',
  },
  {
    name: 'stdout',
    type: 'boolean',
    describe: '同 fix 一起用：把一个文件改后的全文写到标准输出，说明写到标准错误',
  },
  {
    name: 'write',
    type: 'boolean',
    describe: '同 fix 一起用：改原来的文件；默认写到旁边的“<名称>.已校对.<扩展名>”',
  },
  { name: 'color', type: 'boolean', negatable: true, describe: '输出颜色；默认只在终端上' },
  { name: 'quiet', type: 'boolean', describe: '只列出错误，不列警告和提示' },
  { name: 'debug', type: 'boolean', describe: '内部出错时打印调用栈' },
]

/** The commands, with what each takes and does. */
export const COMMANDS = {
  check: { args: '<路径…>', describe: '检查文件、文件夹或者通配符（默认命令）' },
  fix: {
    args: '<路径…>',
    describe: '改正改法唯一的问题，写到旁边的校对稿（md、csv、tsv、txt、html）',
  },
  explain: { args: '<规则|文件>', describe: '说明一条规则，或者说明一个文件为什么（没有）认出' },
  lookup: {
    args: '<题名|令号|文号>',
    describe: '查依据库：一部法律、法规、规章或者文件的文号、沿革、效力和来源',
  },
  convert: {
    args: '<文件>',
    describe: '把认出的目录写成 md、csv、html 或者 json：合并单元格填满，错位的行移回',
  },
  waive: {
    args: '<文件>',
    describe: '把一处豁免写进文件旁边的豁免文件：--rule 规则 --reason 理由，可以加 --entry、--role',
  },
  baseline: {
    args: '<路径…>',
    describe: '把现有的问题记进基准，以后用 --baseline 只报新的；已有基准的，清掉不再出现的',
  },
  init: { args: '', describe: '在当前文件夹里写一个带说明的设置文件 .mulintrc.jsonc' },
  doctor: {
    args: '',
    describe: '查看版本、法规数据、设置文件是否写对，并用每条规则自己的例子试一遍',
  },
  pack: {
    args: '<规则包…>',
    describe: '检查规则包（YAML 或者 JSON）写得对不对，并且逐个试它的例子',
  },
  rules: { args: '', describe: '列出每条规则：编号、级别、改法、名称、适用文件' },
} as const

export type Command = keyof typeof COMMANDS
