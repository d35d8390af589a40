import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const ACTED_ON = ['onClick', 'onMouseDown', 'onMouseUp', 'onPointerDown', 'onKeyDown', 'onKeyPress', 'onKeyUp'];

export default ts.config(
  { ignores: ['node_modules/', '../kg/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked, a11y.flatConfigs.strict],
    plugins: { 'react-hooks': hooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A list of choices is made of ul and li, as the pattern of a combobox has it.
      'jsx-a11y/no-noninteractive-element-to-interactive-role': ['error', { ul: ['listbox', 'menu', 'tree', 'tablist'], li: ['option', 'menuitem', 'treeitem', 'tab'] }],
      // Pointing does what focusing does elsewhere, so elements that are only pointed at need no role.
      'jsx-a11y/no-static-element-interactions': ['error', { handlers: ACTED_ON }],
      'jsx-a11y/no-noninteractive-element-interactions': ['error', { handlers: ACTED_ON }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What comes from articles is text and never markup.
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property }))],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|innerHTML)$/]', message: 'Text from data is never markup.' },
      ],
    },
  },
  { files: ['public/**/*.js'], languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly', URLSearchParams: 'readonly', location: 'readonly' } } },
);
