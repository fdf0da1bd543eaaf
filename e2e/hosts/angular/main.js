// Angular, compiled in the browser: its CLI would take longer than all other hosts together.
import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { loadCustomerProfile } from 'customer-profile-embed';

loadCustomerProfile('https://profile.invalid/');

window.events = [];

class App {
  id = signal('example');
  isOpen = signal(false);
  ready({ detail }) {
    window.events.push(['ready', detail.id]);
  }
}

const Root = Component({
  selector: '#host',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="isOpen.set(true)">打开</button>
    <button id="behind">背后</button>
    <button (click)="id.set('full')">下一个</button>
    @if (isOpen()) {
      <customer-profile [customerId]="id()" theme="light" (profile-ready)="ready($event)"></customer-profile>
    }`,
})(App);

bootstrapApplication(Root, { providers: [provideZonelessChangeDetection()] });
