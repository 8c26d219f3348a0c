import './trusted-types.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useAppStore } from '../client/app-store.ts';
import { firstLanguage } from '../i18n/language.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { App } from './app.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
const language = firstLanguage();
useAppStore.setState({ language });
createRoot(place).render(
  <StrictMode>
    <App i18n={startI18n(language)} />
  </StrictMode>,
);
