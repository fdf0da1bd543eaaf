// Vue 3 and Element Plus. The build makes it twice, with the latest version and with 2.9.
import { ElDialog } from 'element-plus';
import 'element-plus/dist/index.css';
import { createApp } from 'vue';

window.events = [];

const app = createApp({
  components: { ElDialog },
  data: () => ({ isOpen: false, id: 'example', destroys: new URLSearchParams(location.search).has('destroy') }),
  methods: {
    ready: ({ detail }) => window.events.push(['ready', detail.id]),
    failed: ({ detail }) => window.events.push(['failed', detail.id, detail.cause]),
  },
  template: `
    <button @click="isOpen = true">打开</button>
    <button id="behind">背后</button>
    <button @click="id = 'full'">下一个</button>
    <el-dialog v-model="isOpen" title="客户" width="80%" :destroy-on-close="destroys">
      <customer-profile :customer-id="id" theme="light" @profile-ready="ready" @profile-failed="failed"></customer-profile>
    </el-dialog>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === 'customer-profile';
app.mount('#host');
