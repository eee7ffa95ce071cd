/* Stands in for what the Fcitx plugin asks of newer system libraries and never calls under X11:
   libstdc++ before GCC 11 and 14, libwayland before 1.20. */
void _ZSt28__throw_bad_array_new_lengthv(void) { __builtin_abort(); }
void __cxa_call_terminate(void *exception) { (void)exception; __builtin_abort(); }
void wl_proxy_marshal_flags(void) { __builtin_abort(); }
void wl_proxy_marshal_array_flags(void) { __builtin_abort(); }
