// Vue 2 and Element UI.
import ElementUI from 'element-ui';
import 'element-ui/lib/theme-chalk/index.css';
import Vue from 'vue';

Vue.config.productionTip = false;
Vue.config.ignoredElements = ['customer-profile'];
Vue.use(ElementUI);

// `destroy-on-close` re-creates the content at once, with a new frame. `v-if` removes it.
window.events = [];

new Vue({
  data: () => ({ isOpen: false, id: 'example', destroys: new URLSearchParams(location.search).has('destroy') }),
  methods: {
    ready: ({ detail }) => window.events.push(['ready', detail.id]),
    failed: ({ detail }) => window.events.push(['failed', detail.id, detail.cause]),
  },
  template: `
    <div>
      <button @click="isOpen = true">打开</button>
      <button id="behind">背后</button>
      <button @click="id = 'full'">下一个</button>
      <el-dialog :visible.sync="isOpen" title="客户" width="80%">
        <customer-profile v-if="isOpen || !destroys" :customer-id="id" theme="light" @profile-ready="ready" @profile-failed="failed"></customer-profile>
      </el-dialog>
    </div>`,
}).$mount('#host');
