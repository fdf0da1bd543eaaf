import { createApp } from 'vue';

import Crm from './Crm.vue';
import './crm.css';

createApp(Crm).mount('#crm');
