// jQuery and layui.
window.events = [];
let id = 'example';
$(document).on('profile-ready', ({ originalEvent: { detail } }) => window.events.push(['ready', detail.id]));
$(document).on('profile-failed', ({ originalEvent: { detail } }) => window.events.push(['failed', detail.id, detail.cause]));
$('#open').on('click', () => {
  layui.layer.open({ type: 1, title: '客户', area: ['80%', '80%'], content: $('<customer-profile>').attr({ 'customer-id': id, theme: 'light' }).prop('outerHTML') });
});
// layui does not close layers of this type on Escape.
$(document).on('keydown', ({ which }) => which === 27 && layui.layer.closeLast('page'));
$('#next').on('click', () => {
  id = 'full';
  $('customer-profile').attr('customer-id', id);
});
