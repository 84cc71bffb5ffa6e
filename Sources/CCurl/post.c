// Opens libcurl and posts through it. See CCurl.h.

#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#undef curl_easy_setopt
#undef curl_easy_getinfo

static struct {
  __typeof__(&curl_global_init) global_init;
  __typeof__(&curl_easy_init) easy_init;
  __typeof__(&curl_easy_reset) easy_reset;
  __typeof__(&curl_easy_cleanup) easy_cleanup;
  __typeof__(&curl_easy_setopt) setopt;
  __typeof__(&curl_easy_getinfo) getinfo;
  __typeof__(&curl_easy_perform) perform;
  __typeof__(&curl_easy_strerror) strerror;
  __typeof__(&curl_slist_append) append;
  __typeof__(&curl_slist_free_all) free_all;
} curl;

static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The flavours differ in their TLS library only.
static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", NULL};
  void *library = NULL;
  for (int index = 0; names[index] && !library; index += 1) {
    library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  }
  if (!library) return;
  struct { void *slot; const char *name; } symbols[] = {
      {&curl.global_init, "curl_global_init"},   {&curl.easy_init, "curl_easy_init"},
      {&curl.easy_reset, "curl_easy_reset"},     {&curl.easy_cleanup, "curl_easy_cleanup"},
      {&curl.setopt, "curl_easy_setopt"},        {&curl.getinfo, "curl_easy_getinfo"},
      {&curl.perform, "curl_easy_perform"},      {&curl.strerror, "curl_easy_strerror"},
      {&curl.append, "curl_slist_append"},       {&curl.free_all, "curl_slist_free_all"},
  };
  for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index += 1) {
    void *symbol = dlsym(library, symbols[index].name);
    if (!symbol) return;
    memcpy(symbols[index].slot, &symbol, sizeof symbol);
  }
  is_loaded = curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

void *http_client_make(void) {
  pthread_once(&once, load);
  return is_loaded ? curl.easy_init() : NULL;
}

void http_client_free(void *client) {
  if (client) curl.easy_cleanup(client);
}

void http_answer_free(http_answer *answer) {
  free(answer->body);
  answer->body = NULL;
}

typedef struct reception {
  http_answer *answer;
  size_t capacity;
  size_t maximum;
  int is_too_large;
} reception;

static size_t receive_body(char *bytes, size_t size, size_t count, void *context) {
  reception *target = context;
  http_answer *answer = target->answer;
  size_t length = size * count;
  if (length > target->maximum - answer->body_length) {
    target->is_too_large = 1;
    return 0;
  }
  if (answer->body_length + length > target->capacity) {
    size_t capacity = 2 * (answer->body_length + length);
    char *grown = realloc(answer->body, capacity);
    if (!grown) return 0;
    answer->body = grown;
    target->capacity = capacity;
  }
  memcpy(answer->body + answer->body_length, bytes, length);
  answer->body_length += length;
  return length;
}

static size_t receive_header(char *bytes, size_t size, size_t count, void *context) {
  static const char name[] = "retry-after:";
  http_answer *answer = ((reception *)context)->answer;
  size_t length = size * count, at = sizeof name - 1;
  if (length <= at || strncasecmp(bytes, name, at) != 0) return length;
  while (at < length && (bytes[at] == ' ' || bytes[at] == '\t')) at += 1;
  size_t end = length;
  while (end > at && (unsigned char)bytes[end - 1] <= ' ') end -= 1;
  if (end - at < sizeof answer->retry_after) {
    memcpy(answer->retry_after, bytes + at, end - at);
    answer->retry_after[end - at] = 0;
  }
  return length;
}

static http_fault fault_of(CURLcode code, const reception *target, CURL *handle) {
  double connected = 0;
  switch (code) {
    case CURLE_OK: return HTTP_FAULT_NONE;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return HTTP_FAULT_ADDRESS;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT: return HTTP_FAULT_UNREACHABLE;
    case CURLE_OPERATION_TIMEDOUT:
      curl.getinfo(handle, CURLINFO_CONNECT_TIME, &connected);
      return connected > 0 ? HTTP_FAULT_TIME : HTTP_FAULT_UNREACHABLE;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return HTTP_FAULT_CUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return HTTP_FAULT_ENCRYPTION;
    default: return target->is_too_large ? HTTP_FAULT_SIZE : HTTP_FAULT_OTHER;
  }
}

void http_post(void *client, const http_request *request, http_answer *answer) {
  memset(answer, 0, sizeof *answer);
  if (!client) {
    answer->fault = HTTP_FAULT_NO_LIBRARY;
    return;
  }
  CURL *handle = client;
  reception target = {answer, 0, request->maximum_answer, 0};
  char words[CURL_ERROR_SIZE] = "";
  // Without it curl would wait for a `100 Continue` before a large body.
  struct curl_slist *headers = curl.append(NULL, "Expect:");
  for (const char *const *line = request->headers; *line; line += 1) {
    struct curl_slist *longer = curl.append(headers, *line);
    if (longer) headers = longer;
  }
  curl.easy_reset(handle);  // keeps the connection
  curl.setopt(handle, CURLOPT_ERRORBUFFER, words);
  curl.setopt(handle, CURLOPT_NOSIGNAL, 1L);  // signals and threads don't mix
  curl.setopt(handle, CURLOPT_URL, request->url);
#if LIBCURL_VERSION_NUM >= 0x075500
  curl.setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#endif
  curl.setopt(handle, CURLOPT_HTTPHEADER, headers);
  curl.setopt(handle, CURLOPT_POST, 1L);
  curl.setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
  curl.setopt(handle, CURLOPT_POSTFIELDS, request->body);
  curl.setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  curl.setopt(handle, CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  curl.setopt(handle, CURLOPT_WRITEFUNCTION, receive_body);
  curl.setopt(handle, CURLOPT_WRITEDATA, &target);
  curl.setopt(handle, CURLOPT_HEADERFUNCTION, receive_header);
  curl.setopt(handle, CURLOPT_HEADERDATA, &target);
  CURLcode code = curl.perform(handle);
  answer->fault = fault_of(code, &target, handle);
  if (code == CURLE_OK) {
    curl.getinfo(handle, CURLINFO_RESPONSE_CODE, &answer->status);
  } else {
    snprintf(answer->message, sizeof answer->message, "%s",
             words[0] ? words : curl.strerror(code));
  }
  curl.free_all(headers);
}
