import { render } from 'preact';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/desk.css';
import './style/parts.css';
import './style/channel.css';
import './style/chart.css';
import './style/answers.css';
import { run } from './state/clock';
import { tellFrame } from './state/framed';
import { start } from './state/load';
import { run as sound } from './state/sound';
import { follow as followTheme } from './state/settings';
import { follow as followLanguage } from './text/language';
import { App } from './view/App';
import { present } from './view/shown';

followTheme();
followLanguage();
run();
present();
tellFrame();
sound();
void start();

const desk = document.getElementById('desk');
if (desk) {
  render(<App />, desk);
}
