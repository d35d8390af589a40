import './theme/index.css';

import { render } from 'preact';

import { followStore, learn } from './api/known';
import { followLanguage } from './i18n/language';
import { App } from './shell/App';
import { followHistory } from './shell/place';
import { followTheme } from './theme/theme';

followLanguage();
followTheme();
followHistory();
void learn();
followStore();

const page = document.getElementById('page');
if (page) render(<App />, page);
