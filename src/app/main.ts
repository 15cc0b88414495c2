/** Starts the page. */
import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { language } from './messages/language.svelte.ts';

try {
  await language.start();
} catch {
  // The file of the language did not come: the page is there in English.
}
mount(App, { target: document.getElementById('app')! });
